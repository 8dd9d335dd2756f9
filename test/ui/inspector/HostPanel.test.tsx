import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../../../src/ui/theme/index.ts'
import { minutes } from '../../../src/sim/units.ts'
import { Inspector } from '../../../src/ui/inspector/Inspector.tsx'
import { sendersAt } from '../../../src/ui/inspector/senders.ts'
import { select, setLevel } from '../../../src/ui/state/actions.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import { AT_END, axeProblems, openLab } from '../../helpers/open-lab.ts'

const set = (path: string, value: string | number | boolean) =>
  ({ at: 0, act: { kind: 'set', path, value } }) as const
const table = (name: RegExp) => page.getByRole('table', { name }).first()

describe('a blocklist', () => {
  it('shows whom it knows, and until when they are listed', async () => {
    await openLab('spammers-learn-to-wait', minutes(10))
    select({ kind: 'host', id: 'list' })
    await render(<Inspector />)
    await expect
      .element(table(/Addresses it knows/))
      .toHaveTextContent(/203\.0\.113\.66 ?listed since Tue 09:04:\d\d; off at Tue 11:/)
    setLevel('everyday')
    await expect.element(table(/Callers that it knows/)).toHaveTextContent(/on the list since/)
    expect(await axeProblems()).toEqual([])
  })
})

describe('a server that remembers senders', () => {
  const remembers = [
    set('mx.greylist.on', false),
    set('mx.reputation.action', 'score'),
    set('mx.reputation.minimum', 1),
    set('mx.content.action', 'score'),
    set('mx.score.on', true),
    set('mx.score.junk', 1),
  ]

  it('shows what it makes of each, the last asked first', async () => {
    await openLab('spammers-learn-to-wait', AT_END, { acts: remembers })
    const { worlds, scenario } = labStore.getState()
    const mx = scenario.hosts.findIndex(({ id }) => id === 'mx')
    const known = sendersAt(worlds[0]!.index, mx, AT_END)
    expect(known.length).toBeGreaterThan(0)
    expect(new Set(known.map(({ about }) => about)).size).toBe(known.length)
    select({ kind: 'host', id: 'mx' })
    await render(<Inspector />)
    const senders = table(/Senders by experience/)
    await expect.element(senders).toHaveTextContent(/203\.0\.113\.66 ?Reputation/)
    await expect.element(senders).toHaveTextContent(/% against 75 %/)
    expect(await axeProblems()).toEqual([])
  })

  it('says which letters it has put aside', async () => {
    await openLab('try-again-later', AT_END, {
      acts: [...remembers, set('mx.reverse-dns.action', 'score')],
    })
    select({ kind: 'host', id: 'mx' })
    await render(<Inspector />)
    await expect.element(table(/^Mailboxes/)).toHaveTextContent(/junk folder/)
  })
})
