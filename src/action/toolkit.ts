/*
 * The parts of @actions/core that we use, by file. The package's index also loads its OIDC client and with it all of
 * undici, which nearly triples the start of every run (57 ms on top of Node's 30; these two files cost 3). The package has
 * no entry for them, and is pinned to one exact version.
 */
export { issueCommand } from '../../node_modules/@actions/core/lib/command.js'
export { issueFileCommand, prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js'
