import { describe, expect, it } from 'vitest'
import { isNode, lineOf, parseSource, sourcesBelow, walk } from '../support/sources.ts'
import type { Node, Source } from '../support/sources.ts'

/**
 * The linter forbids `Math.log` and its like in the simulation by name. Two ways around the name
 * are left, and both give another last digit in another engine: a fractional power, and `Math`
 * handed on as a value.
 */
function inexact({ path, text, program }: Source): string[] {
  const found: string[] = []
  walk(program, (node, parent) => {
    if (isFractionalPower(node)) found.push(`${path}:${lineOf(text, node.start)} ** `)
    if (isMathItself(node, parent)) found.push(`${path}:${lineOf(text, node.start)} Math`)
  })
  return found
}

function isFractionalPower(node: Node): boolean {
  const operator = node['operator']
  if (operator !== '**' && operator !== '**=') return false
  const exponent = node['right']
  return !(isNode(exponent) && Number.isInteger(exponent['value']))
}

function isMathItself(node: Node, parent: Node | undefined): boolean {
  if (node.type !== 'Identifier' || node['name'] !== 'Math') return false
  const isProperty = parent?.type === 'MemberExpression' && parent['object'] === node
  return !isProperty || (parent['computed'] === true && isUnknown(parent['property']))
}

function isUnknown(property: unknown): boolean {
  return !(isNode(property) && property.type === 'Literal')
}

describe('the arithmetic of the simulation', () => {
  it('gives the same digits in every engine', () => {
    expect(sourcesBelow('src/sim').flatMap(inexact)).toEqual([])
  })

  it.each(['x ** 0.5', 'x **= y', 'const m = Math', 'f(Math)', 'Math[name](2)'])(
    'the check finds %s',
    (text) => {
      expect(inexact(parseSource('a.ts', text))).toHaveLength(1)
    },
  )

  it.each(['x ** 2', 'Math.floor(x)', 'Math.imul(a, b)'])('the check accepts %s', (text) => {
    expect(inexact(parseSource('a.ts', text))).toEqual([])
  })
})
