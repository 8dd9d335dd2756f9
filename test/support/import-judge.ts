import { posix } from 'node:path'
import { leaves, packages, rules, separate } from '../tidy/import-rules.ts'
import type { Import } from './imports.ts'

/** Why a file below `src/` may not have this import; undefined where it may. Paths as in the table. */
export function objection(importer: string, { specifier, isTypeOnly }: Import): string | undefined {
  if (!specifier.startsWith('.')) return packageObjection(importer, specifier)
  const target = posix.join(posix.dirname(importer), specifier)
  if (leaves.includes(target)) return undefined
  const rule = rules.find(({ from }) => fits(importer, from))
  if (rule === undefined) return 'no row of the table speaks of this file'
  const may = isTypeOnly ? [...rule.may, ...(rule.types ?? [])] : rule.may
  if (!may.some((pattern) => fits(target, pattern))) {
    const onlyTypes = rule.types?.some((pattern) => fits(target, pattern)) === true
    return onlyTypes ? `${rule.from} may take only types from it` : `not allowed to ${rule.from}`
  }
  return siblingObjection(importer, target)
}

function packageObjection(importer: string, specifier: string): string | undefined {
  const name = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : specifier.replace(/\/.*$/, '')
  const row = Object.entries(packages).find(([pattern]) => fits(name, pattern))
  if (row === undefined) return `no row of the table speaks of the package ${name}`
  if (row[1].some((pattern) => fits(importer, pattern))) return undefined
  return `the package is only for ${row[1].join(', ')}`
}

function siblingObjection(importer: string, target: string): string | undefined {
  for (const folder of separate) {
    const [from, to] = [childOf(folder, importer), childOf(folder, target)]
    if (from !== undefined && to !== undefined && from !== to) return `siblings in ${folder}`
  }
  return undefined
}

/** Which subfolder of `folder` a file lies in, if any. */
function childOf(folder: string, file: string): string | undefined {
  if (!file.startsWith(`${folder}/`)) return undefined
  const [child, ...rest] = file.slice(folder.length + 1).split('/')
  return rest.length > 0 ? child : undefined
}

function fits(path: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`)
    .replace(/\*\*\/|\*\*|\*/g, (star) =>
      star === '**/' ? '(?:.*/)?' : star === '**' ? '.*' : '[^/]*',
    )
  return new RegExp(`^${source}$`).test(path)
}
