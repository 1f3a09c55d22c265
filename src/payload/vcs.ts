/** Folders (or files that stand for them) in which version control keeps a repository, or a part of one. */
export const VCS_NAMES = ['.git', '.hg', '.svn', '.bzr', '_darcs', '.fossil', '.jj', 'CVS'] as const
