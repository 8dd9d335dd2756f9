import { describe, expect, it } from 'vitest'
import { objection } from '../support/import-judge.ts'
import { importsOf } from '../support/imports.ts'
import { parseSource, sourcesBelow, type Source } from '../support/sources.ts'

function offences(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((each) => {
      const why = objection(source.path.replace(/^src\//, ''), each)
      return why === undefined ? [] : [`${source.path}:${each.line} → ${each.specifier} (${why})`]
    }),
  )
}

function offencesOf(path: string, text: string): string[] {
  return offences([parseSource(path, text)])
}

describe('imports', () => {
  it('go only in the directions of the table in import-rules.ts', () => {
    expect(offences(sourcesBelow('src'))).toEqual([])
  })
})

describe('the import check itself', () => {
  it.each([
    ['src/sim/engine/a.ts', "import { x } from '../mail/x.ts'"],
    ['src/sim/engine/a.ts', "import type { X } from '../mail/x.ts'"],
    ['src/sim/mail/a.ts', "export { x } from '../facts/x.ts'"],
    ['src/sim/mail/a.ts', "export type X = import('../facts/x.ts').X"],
    ['src/sim/facts/a.ts', "const x = await import('../../host/x.ts')"],
    ['src/sim/policy/one/check.ts', "import { x } from '../two/check.ts'"],
    ['src/sim/policy/one/check.ts', "import { x } from '../../engine/kernel.ts'"],
    ['src/sim/agents/mx/agent.ts', "import type { X } from '../mua/agent.ts'"],
    ['src/sim/scenarios/a.ts', "import { x } from '../agents/mx/options.ts'"],
    ['src/sim/simulation.ts', "import { x } from 'valibot'"],
    ['src/sim/units.ts', "import { x } from './engine/kernel.ts'"],
    ['src/host/a.ts', "new Worker(new URL('../ui/worker.ts', import.meta.url))"],
    ['src/ui/app/A.tsx', "import { create } from 'zustand'"],
    ['src/ui/views/a/A.tsx', "import { x } from '../b/draw.ts'"],
    ['src/host/a.ts', "import { useState } from 'react'"],
    ['src/stray.ts', "import { x } from './sim/simulation.ts'"],
  ])('finds what is wrong in %s with: %s', (path, text) => {
    expect(offencesOf(path, text)).toHaveLength(1)
  })

  it.each([
    ['src/sim/engine/a.ts', "import { x } from '../units.ts'"],
    ['src/sim/policy/one/check.ts', "import { x } from '../check.ts'; import './part.ts'"],
    ['src/sim/policy/index.ts', "import { x } from './one/check.ts'"],
    ['src/sim/scenarios/a/b.ts', "import type { X } from '../../agents/mx/options.ts'"],
    ['src/host/start-worker.inline.ts', "import W from './worker.ts?worker&inline'"],
    ['src/ui/views/a/A.tsx', "import { line } from 'd3'; import './a.css'"],
    ['src/ui/state/run-store.ts', "import { create } from 'zustand/vanilla'"],
    ['src/ui/app/A.tsx', "import '@fontsource/ibm-plex-sans/latin-400.css'"],
    ['src/sim/simulation.ts', "import { x } from './scenarios/index.ts'; // from '../ui/a.ts'"],
  ])('has no objection in %s to: %s', (path, text) => {
    expect(offencesOf(path, text)).toEqual([])
  })

  it('names the file, the line and the import', () => {
    expect(offencesOf('src/sim/engine/a.ts', "\nimport '../mail/x.ts'")).toEqual([
      'src/sim/engine/a.ts:2 → ../mail/x.ts (not allowed to sim/engine/**)',
    ])
  })
})
