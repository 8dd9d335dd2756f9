import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesBelow } from '../support/sources.ts'

const mirrored = ['test/sim', 'test/host', 'test/lab', 'test/ui']

/** `test/sim/mail/reply.test.ts` speaks of `reply.ts` or of the folder `reply`; `reply.x.test.ts` too. */
function subjects(test: string): string[] {
  const base = test.replace(/^test\//, 'src/').replace(/(\/[^/.]+)\.[^/]*$/, '$1')
  // What must come out the same in Node and in Chromium has its second run below `test/ui`.
  const elsewhere = base.replace('src/ui/', 'src/').replace(/\/digest$/, '')
  return [`${base}.ts`, `${base}.tsx`, base, elsewhere]
}

describe('tests', () => {
  it('lie where the code they speak of lies', () => {
    const tests = mirrored.flatMap(filesBelow).filter((file) => /\.test\.tsx?$/.test(file))
    const strays = tests.filter((test) => !subjects(test).some((path) => existsSync(path)))
    expect(strays).toEqual([])
  })

  it('the check knows which file a test speaks of', () => {
    expect(subjects('test/sim/mail/reply.test.ts')).toContain('src/sim/mail/reply.ts')
    expect(subjects('test/ui/app/App.narrow.test.tsx')).toContain('src/ui/app/App.tsx')
  })
})
