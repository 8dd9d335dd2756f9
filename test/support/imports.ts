import { isNode, lineOf, walk, type Node, type Source } from './sources.ts'

export interface Import {
  /** As written, without a bundler's `?suffix`. */
  readonly specifier: string
  readonly line: number
  /** Gone at run time. It still ties two folders together, so most rules count it. */
  readonly isTypeOnly: boolean
}

/** Everything a file reaches for: imports, re-exports, lazy imports, import types and workers. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = []
  walk(source.program, (node) => {
    const target = targetOf(node)
    if (target === undefined) return
    found.push({
      specifier: target.replace(/\?.*$/, ''),
      line: lineOf(source.text, node.start),
      isTypeOnly: isTypeOnly(node),
    })
  })
  return found
}

function targetOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return text(node['source']) ?? text(node['argument'])
    case 'NewExpression':
      return fileAddress(node)
    default:
      return undefined
  }
}

/** The file in `new URL('./file.ts', import.meta.url)`: how a worker is named. */
function fileAddress(node: Node): string | undefined {
  const { callee, arguments: args } = node
  if (!isNode(callee) || callee['name'] !== 'URL' || !Array.isArray(args)) return undefined
  const target = text(args[0])
  return target?.startsWith('.') === true ? target : undefined
}

function text(value: unknown): string | undefined {
  return isNode(value) && typeof value['value'] === 'string' ? value['value'] : undefined
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType') return true
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true
  const specifiers = node['specifiers']
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false
  return specifiers.every((each: Node) => (each['importKind'] ?? each['exportKind']) === 'type')
}
