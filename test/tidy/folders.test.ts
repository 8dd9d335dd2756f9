import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf } from '../support/imports.ts'
import { filesBelow, parseSource } from '../support/sources.ts'

/** Folders of like things, one subfolder each; their `index.ts` lists them, and its order is theirs. */
const collections = ['src/sim/policy', 'src/sim/agents', 'src/sim/scenarios', 'src/ui/views']

const isModule = (file: string): boolean => /\.(tsx?|json)$/.test(file) && !/tsconfig/.test(file)

function foldersWithModules(root: string): string[] {
  return [
    ...new Set(
      filesBelow(root)
        .filter(isModule)
        .map((file) => dirname(file)),
    ),
  ].sort()
}

/** Two levels below `src/sim`, `src/host`, `src/ui`; a member of a collection may explain itself. */
function needsReadme(folder: string): boolean {
  const levels = folder.split('/').length - 2
  return levels <= 2 && !collections.some((each) => folder.startsWith(`${each}/`))
}

/** Subfolders of a collection with a module in them that its list does not import. */
function unlisted(collection: string): string[] {
  if (!existsSync(collection)) return []
  const index = `${collection}/index.ts`
  const text = existsSync(index) ? readFileSync(index, 'utf8') : ''
  const listed = importsOf(parseSource(index, text)).map(({ specifier }) =>
    posix.join(collection, specifier),
  )
  return readdirSync(collection, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${collection}/${entry.name}`)
    .filter((folder) => filesBelow(folder).some(isModule))
    .filter((folder) => !listed.some((path) => path.startsWith(`${folder}/`)))
}

describe('folders', () => {
  it('say in a README.md what lives in them', () => {
    const folders = ['src/sim', 'src/host', 'src/ui', 'src/lab'].flatMap(foldersWithModules)
    const silent = folders
      .filter(needsReadme)
      .filter((folder) => !existsSync(`${folder}/README.md`))
    expect(silent).toEqual([])
  })

  it.each(collections)('of %s are all in its list', (collection) => {
    expect(unlisted(collection)).toEqual([])
  })
})
