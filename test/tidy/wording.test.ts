import { describe, expect, it } from 'vitest'
import { lineOf, parseSource, sourcesBelow, type Source } from '../support/sources.ts'

/**
 * Spelled with brackets so that this file does not find itself. The type `any` is the linter's to
 * find: as text it would be found in prose, too.
 */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TOD[O]|FIXM[E]|XX[X])\b/g, 'work is finished or it is an issue'],
  [/@ts-(?:ignor[e]|nochec[k])/g, 'switches the type checker off'],
  [/\b(?:it|test|describe)\.(?:ski[p]|onl[y]|tod[o]|fixm[e]|skipI[f]|runI[f])\b/g, 'all tests run'],
]

function unfinished({ path, text }: Source): string[] {
  return forbidden.flatMap(([pattern, why]) =>
    [...text.matchAll(pattern)].map((match) => {
      return `${path}:${lineOf(text, match.index)} "${match[0]}": ${why}`
    }),
  )
}

/** A variable that outlives a run makes the second run differ from the first. */
function moduleVariables({ path, text, program }: Source): string[] {
  const body = program['body'] as { type: string; kind?: string; start: number }[]
  return body.flatMap((statement) => {
    const inner = 'declaration' in statement ? statement.declaration : statement
    const { kind, type } = (inner ?? statement) as { kind?: string; type: string }
    if (type !== 'VariableDeclaration' || kind === 'const') return []
    return [`${path}:${lineOf(text, statement.start)} keeps a variable between runs`]
  })
}

describe('wording', () => {
  it('nothing is left unfinished or switched off', () => {
    expect(sourcesBelow('src', 'test').flatMap(unfinished)).toEqual([])
  })

  it('the simulation keeps no variable outside a run', () => {
    expect(sourcesBelow('src/sim').flatMap(moduleVariables)).toEqual([])
  })

  it('the checks find what they look for', () => {
    // A plus sign where the word would betray itself.
    const wrong = ['TO+DO', '@ts-+ignore', 'it.+only()', 'it.+skip()']
    for (const each of wrong) {
      expect(unfinished(parseSource('a.ts', `/* ${each.replace('+', '')} */`))).toHaveLength(1)
    }
    expect(moduleVariables(parseSource('a.ts', 'let a = 1\nexport let b = 2'))).toHaveLength(2)
    expect(moduleVariables(parseSource('a.ts', 'const f = () => { let a = 1 }'))).toEqual([])
  })
})
