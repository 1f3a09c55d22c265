// Lets every name that ends in .example (which nobody can register) lead to this machine: for tests whose addresses have to
// look public. In a child process: NODE_OPTIONS=--require=<this file>.
const dns = require('node:dns')

const { lookup } = dns
dns.lookup = (name, ...rest) => lookup(/\.example$/.test(name) ? 'localhost' : name, ...rest)
