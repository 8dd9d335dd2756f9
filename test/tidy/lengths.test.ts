import { describe, expect, it } from 'vitest'
import { isNode, lineOf, parseSource, sourcesBelow, walk } from '../support/sources.ts'
import type { Node, Source } from '../support/sources.ts'

const fileLinesMax = 300
const functionLinesMax = 60

function fileLines({ text }: Source): number {
  return text.replace(/\n$/, '').split('\n').length
}

/** A list of tests is not one thought, however long it grows: only the tests in it count. */
function isListOfTests(node: Node, parent: Node | undefined): boolean {
  if (parent?.type !== 'CallExpression' || !isNode(parent['callee'])) return false
  const isArgument = Array.isArray(parent['arguments']) && parent['arguments'].includes(node)
  let callee: unknown = parent['callee']
  while (isNode(callee) && callee.type !== 'Identifier')
    callee = callee['object'] ?? callee['callee']
  return isArgument && isNode(callee) && callee['name'] === 'describe'
}

function longFunctions({ path, text, program }: Source): string[] {
  const found: string[] = []
  walk(program, (node, parent) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type))
      return
    if (isListOfTests(node, parent)) return
    const first = lineOf(text, node.start)
    const lines = lineOf(text, node.end) - first + 1
    if (lines > functionLinesMax) found.push(`${path}:${first} has ${lines} lines`)
  })
  return found
}

describe('lengths', () => {
  const sources = sourcesBelow('src', 'test')

  it(`no file has more than ${fileLinesMax} lines`, () => {
    const long = sources.filter((source) => fileLines(source) > fileLinesMax)
    expect(long.map((source) => `${source.path} has ${fileLines(source)} lines`)).toEqual([])
  })

  it(`no function has more than ${functionLinesMax} lines`, () => {
    expect(sources.flatMap(longFunctions)).toEqual([])
  })

  it('the check finds a long function, and lets a long list of tests be', () => {
    const body = 'x()\n'.repeat(functionLinesMax)
    expect(longFunctions(parseSource('a.ts', `const f = () => {\n${body}}`))).toHaveLength(1)
    expect(longFunctions(parseSource('a.ts', `class A { f() {\n${body}} }`))).toHaveLength(1)
    expect(longFunctions(parseSource('a.ts', `describe('a', () => {\n${body}})`))).toEqual([])
    expect(longFunctions(parseSource('a.ts', `describe.each([])('a', () => {\n${body}})`))).toEqual(
      [],
    )
    expect(longFunctions(parseSource('a.ts', `it('a', () => {\n${body}})`))).toHaveLength(1)
  })
})
