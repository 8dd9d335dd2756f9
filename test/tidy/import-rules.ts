/**
 * Who may import whom. This is the one place to change when a folder earns a new neighbour.
 *
 * Paths count from `src/`. `*` stands for anything without a slash, `**` for anything, `{a,b}` for
 * either. The first row that fits a file is its rule; a file that fits no row may import nothing.
 */
export interface Rule {
  readonly from: string
  readonly may: readonly string[]
  /** Allowed where only types cross: `import type`. Elsewhere a type counts like a value. */
  readonly types?: readonly string[]
}

/** Leaves: they import nothing themselves, so everybody may lean on them. */
export const leaves = ['sim/units.ts', 'sim/assert.ts']

export const rules: readonly Rule[] = [
  { from: 'sim/{units,assert}.ts', may: [] },
  { from: 'sim/engine/**', may: ['sim/engine/**'] },
  { from: 'sim/mail/**', may: ['sim/mail/**'] },
  { from: 'sim/facts/**', may: ['sim/{mail,facts}/**'] },
  { from: 'sim/artefacts/**', may: ['sim/{mail,facts,artefacts}/**'] },
  { from: 'sim/network/**', may: ['sim/{engine,facts,network}/**'] },
  { from: 'sim/policy/**', may: ['sim/{mail,facts,network,policy}/**', 'sim/engine/random.ts'] },
  { from: 'sim/transfer/**', may: ['sim/{engine,mail,facts,network,policy,transfer}/**'] },
  { from: 'sim/agents/**', may: ['sim/{engine,mail,facts,network,policy,transfer,agents}/**'] },
  {
    from: 'sim/scenarios/**',
    may: ['sim/{mail,scenarios}/**'],
    types: ['sim/{agents,policy}/**/{option,options,config}.ts'],
  },
  // The files directly in `sim` put the world together: they see all of it.
  { from: 'sim/*.ts', may: ['sim/**'] },

  { from: 'lab/**', may: ['sim/*.ts', 'sim/{facts,scenarios}/**', 'lab/**'] },
  {
    from: 'host/**',
    may: [
      'sim/*.ts',
      'sim/{facts,artefacts}/**',
      'sim/scenarios/{scenario,mystery,reasons}.ts',
      'sim/mail/{address,date}.ts',
      'sim/policy/options.ts',
      'sim/engine/timeline.ts',
      'lab/**',
      'host/**',
    ],
    // What the simulation asks of arithmetic that it does not bring.
    types: ['sim/mail/dkim/crypto.ts'],
  },
  {
    from: 'ui/**',
    may: [
      'sim/{mail,facts,artefacts}/**',
      // Not all scenarios at once: the page fetches those that are opened.
      'sim/scenarios/{index,scenario,mystery,reasons,shown-readings,words}.ts',
      'sim/{run,options,record,conditions,digest,mystery}.ts',
      'sim/policy/{options,lookup}.ts',
      'sim/agents/index.ts',
      'host/**',
      'ui/**',
    ],
    types: ['lab/**'],
  },
  {
    from: 'cli/**',
    may: [
      'sim/*.ts',
      'sim/policy/options.ts',
      'sim/{facts,artefacts,scenarios}/**',
      'lab/**',
      'host/**',
      'cli/**',
    ],
  },
  { from: 'headless.ts', may: ['cli/**'] },
  { from: 'main.tsx', may: ['ui/**', 'host/**'] },
]

/** In these folders each subfolder stands alone: adding or removing one touches no other. */
export const separate = ['sim/policy', 'sim/agents', 'ui/views']

/** A package may be used by these files; one that is not named here by none. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  react: ['ui/**', 'main.tsx'],
  'react-dom': ['ui/**', 'main.tsx'],
  '@fontsource/*': ['ui/**', 'main.tsx'],
  zustand: ['ui/state/**'],
  d3: ['ui/views/**', 'ui/playback/**'],
  valibot: ['host/**', 'ui/**'],
  '@noble/*': ['host/crypto.ts'],
  'node:*': ['headless.ts'],
}
