/** The project's own TypeScript, read and parsed once for the tests that look at code as text. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parseSync } from 'vite'

export interface Comment {
  readonly line: number
  readonly text: string
}

/** A node of the syntax tree, as far as these tests care: a kind, a place and whatever hangs below. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export interface Source {
  /** From the repository's root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly program: Node
  readonly comments: readonly Comment[]
}

/** Every file below a folder, sorted, with forward slashes; none if the folder does not exist yet. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort()
}

export function parseSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'does not parse'}`)
  return {
    path,
    text,
    program: program as unknown as Node,
    comments: comments.map(({ value, start }) => ({ line: lineOf(text, start), text: value })),
  }
}

const cache = new Map<string, Source>()

/** The parsed TypeScript below these folders. */
export function sourcesBelow(...folders: string[]): Source[] {
  const paths = folders.flatMap(filesBelow).filter((path) => /^\.tsx?$/.test(extname(path)))
  return paths.map((path) => {
    const known = cache.get(path)
    if (known !== undefined) return known
    const source = parseSource(path, readFileSync(path, 'utf8'))
    cache.set(path, source)
    return source
  })
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** Visits a node and all below it, parents first. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void): void {
  const inner = (current: Node, parent: Node | undefined): void => {
    visit(current, parent)
    for (const value of Object.values(current)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) inner(child, current)
      }
    }
  }
  inner(node, undefined)
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
