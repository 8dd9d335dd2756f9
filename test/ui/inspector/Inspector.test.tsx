import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../../../src/ui/theme/index.ts'
import type { Act, Intervention } from '../../../src/sim/run.ts'
import { seconds } from '../../../src/sim/units.ts'
import { Inspector } from '../../../src/ui/inspector/Inspector.tsx'
import { seek, select, undoAct } from '../../../src/ui/state/actions.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import { AT_END, axeProblems, computed, openLab } from '../../helpers/open-lab.ts'

const message = (id: string): void => select({ kind: 'message', id })
const part = (name: string) => page.getByRole('tabpanel', { name })
const at = (ms: number, act: Act): Intervention => ({ at: ms, act })
const toNobody: Act = {
  kind: 'send',
  host: 'laptop',
  from: 'alice@school.example',
  to: ['nobody@college.example'],
  subject: 'Hello',
}

describe('with nothing selected', () => {
  it('lists the messages of the run with their state on each road', async () => {
    await openLab('the-lid-closes', seconds(10))
    await render(<Inspector />)
    const item = page.getByRole('button', { name: /Train at nine/ })
    await expect.element(item).toHaveTextContent(/Direct: Waits at Alice's laptop; next attempt/)
    await expect.element(item).toHaveTextContent(/Relayed: Waits at the relay/)
    await item.click()
    expect(labStore.getState().selection).toEqual({ kind: 'message', id: 'alice-1' })
    expect(await axeProblems()).toEqual([])
  })
})

describe('why', () => {
  /** What the chains do not say; an open brace is one of the things they should not. */
  const missing = (...texts: string[]): string[] => {
    const said = part('Why?').element().textContent
    const gaps = /[{}–]/.test(said) ? ['a value'] : []
    return [...gaps, ...texts.filter((text) => !said.includes(text))]
  }

  it('a refused connection leads to the outage of the scenario', async () => {
    await openLab('the-lid-closes', seconds(10))
    message('alice-1')
    await render(<Inspector />)
    await expect
      .poll(() =>
        missing(
          'refused the connection of the relay',
          "Bob's mail server was down since Tue 09:00:00",
          'Set by the scenario: mx.outage.from',
        ),
      )
      .toEqual([])
    expect(await axeProblems()).toEqual([])
  })

  it('a laptop that sleeps is the reason for the wait', async () => {
    await openLab('the-lid-closes', seconds(500))
    message('alice-1')
    await render(<Inspector />)
    await expect
      .poll(() =>
        missing(
          "Alice's laptop went to sleep at Tue 09:01:00",
          'laptop.lid.closes',
          'What would have changed it: An always-on host',
        ),
      )
      .toEqual([])
  })

  it('an arrival after retries names the scan and the rule', async () => {
    await openLab('the-lid-closes', AT_END)
    message('alice-1')
    await render(<Inspector />)
    await expect
      .poll(() =>
        missing('after 17 min 26 s', 'this scan found', 'at least 5 min and at most 1 h 6 min'),
      )
      .toEqual([])
    await expect
      .poll(() => missing("although Bob's mail server could be reached again from Tue 09:11:40"))
      .toEqual([])
  })

  it('greylisting says what it needs and what was waited, and who set it', async () => {
    await openLab('try-again-later', seconds(10))
    message('alice-1')
    await render(<Inspector />)
    await expect
      .poll(() =>
        missing(
          'Greylisted: first seen at Tue 09:00:00, needs 5 min, waited 0 ms',
          'Set by the scenario: mx.greylist.on = on',
        ),
      )
      .toEqual([])
    await expect.poll(() => missing('laptop.retry = never', 'Attempts: 1')).toEqual([])
  })

  it('an unknown user is refused on one road and bounced on the other', async () => {
    await openLab('two-roads', AT_END, { acts: [at(seconds(5), toNobody)] })
    message('alice-2')
    await render(<Inspector />)
    await expect
      .poll(() =>
        missing(
          'Refused for good',
          'returned a bounce',
          'There is no mailbox nobody@college.example',
        ),
      )
      .toEqual([])
  })

  it("names a person's own act", async () => {
    const cut: Act = { kind: 'power', host: 'mx', power: 'unreachable' }
    await openLab('two-roads', seconds(60), {
      acts: [at(seconds(3), cut), at(seconds(5), toNobody)],
    })
    message('alice-2')
    await render(<Inspector />)
    await expect
      .poll(() => missing("An act of yours: cut Bob's mail server off from the network"))
      .toEqual([])
  })

  it('speaks three languages', async () => {
    await openLab('try-again-later', AT_END, { level: 'everyday' })
    message('alice-1')
    await render(<Inspector />)
    await expect
      .poll(() => missing('Strangers have to come back after 5 min', 'because'))
      .toEqual([])
    await openLab('try-again-later', AT_END, { level: 'protocol' })
    message('alice-1')
    await expect
      .poll(() => missing('mx.college.example replied 450 4.2.0', 'RFC 6647 §2.4'))
      .toEqual([])
  })
})

describe('a message', () => {
  it('marks the 450 that decided in a pipelined session, not the 554 behind it', async () => {
    await openLab('try-again-later', AT_END)
    message('alice-1')
    await render(<Inspector />)
    await page.getByRole('tab', { name: 'Attempts' }).click()
    await part('Attempts').getByText('450 4.2.0').first().click()
    const said = page.getByRole('list', { name: 'Dialogue' }).first()
    const decided = said.getByRole('listitem').filter({ hasText: 'this decided' })
    await expect.element(decided).toHaveTextContent(/S: 450 4\.2\.0 <bob@college\.example>/)
    expect(decided.elements()).toHaveLength(1)
    await expect.element(said).toHaveTextContent('S: 554 5.5.1 Error: no valid recipients')
    expect(await axeProblems()).toEqual([])
  })

  it('shows the source with the fields that each host has added', async () => {
    await openLab('try-again-later', AT_END)
    message('alice-1')
    await render(<Inspector />)
    await page.getByRole('radio', { name: 'Relayed' }).click({ force: true })
    await page.getByRole('tab', { name: 'Source' }).click()
    const source = part('Source')
    await expect.element(source).toHaveTextContent(/X-Greylist: delayed \d+ seconds/)
    await expect.element(source).toHaveTextContent('added by the relay')
    await expect.element(source.getByRole('button', { name: 'Save as .eml' })).toBeVisible()
    await page.getByRole('tab', { name: 'Journey' }).click()
    await expect.element(part('Journey').getByRole('table')).toHaveTextContent('The relay')
    expect(await axeProblems()).toEqual([])
  })

  it('keeps the focus and what is open while time goes on', async () => {
    await openLab('the-lid-closes', seconds(10))
    message('alice-1')
    await render(<Inspector />)
    await page.getByRole('tab', { name: 'Attempts' }).click()
    await part('Attempts').getByText('connection refused').first().click()
    const focused = document.activeElement
    seek(seconds(2000))
    await expect.element(part('Attempts')).toHaveTextContent('250 2.0.0')
    expect(document.activeElement).toBe(focused)
    expect(document.querySelectorAll('details[open]')).toHaveLength(1)
  })

  it('folds many attempts of the same kind', async () => {
    const down: Act = { kind: 'power', host: 'mx', power: 'refused' }
    const up: Act = { kind: 'power', host: 'mx', power: 'up' }
    const acts = [at(seconds(3), down), at(seconds(5), toNobody), at(seconds(40_000), up)]
    await openLab('two-roads', AT_END, { acts })
    message('alice-2')
    await render(<Inspector />)
    await page.getByRole('radio', { name: 'Relayed' }).click({ force: true })
    await page.getByRole('tab', { name: 'Attempts' }).click()
    const more = part('Attempts').getByRole('button', { name: /more like this/ })
    await expect.element(more).toHaveAttribute('aria-expanded', 'false')
    await more.click()
    const fold = part('Attempts').getByRole('button', { name: 'Fold' })
    await expect.element(fold).toHaveAttribute('aria-expanded', 'true')
  })

  it('says so when it has not been written yet, or not at all', async () => {
    await openLab('try-again-later', seconds(1))
    message('bot-1')
    await render(<Inspector />)
    await expect.element(page.getByText('Not written yet at this instant.')).toBeVisible()
    message('nobody-7')
    await expect.element(page.getByText('There is no such message in this run.')).toBeVisible()
  })
})

describe('a host', () => {
  const host = (id: string): void => select({ kind: 'host', id })

  it('shows its state, its greylist and its records', async () => {
    await openLab('try-again-later', seconds(60))
    host('mx')
    await render(<Inspector />)
    const table = page.getByRole('table', { name: 'Greylist' }).first()
    await expect.element(table).toHaveTextContent(/alice@school\.example.*too young \(4 min/)
    expect(await axeProblems()).toEqual([])
    await page.getByRole('tab', { name: 'DNS records' }).click()
    await expect.element(part('DNS records')).toHaveTextContent(/college\.example\s*MX/)
  })

  it('changes an option from now on, and refuses what is not possible with a sentence', async () => {
    await openLab('try-again-later', seconds(60))
    host('mx')
    await render(<Inspector />)
    await page.getByRole('tab', { name: 'Options' }).click()
    const field = page.getByLabelText('How long a stranger has to wait')
    await userEvent.fill(field, 'soon')
    await expect
      .element(page.getByText('This is not possible. Allowed: 0 to 86400 s.'))
      .toBeVisible()
    await userEvent.fill(field, '60')
    await userEvent.keyboard('{Enter}')
    await computed()
    expect(labStore.getState().interventions).toEqual([
      at(seconds(60), { kind: 'set', path: 'mx.greylist.delay', value: seconds(60) }),
    ])
    await expect.element(part('Options')).toHaveTextContent('Set by you.')
    await expect.element(field).toHaveFocus()
    undoAct()
    await expect.element(field).toHaveValue('300')
    await expect.element(field).toHaveFocus()
    await computed()
    expect(await axeProblems()).toEqual([])
  })

  it('shows what waits in a queue', async () => {
    await openLab('the-lid-closes', seconds(10))
    host('relay')
    await render(<Inspector />)
    const queue = page.getByRole('table', { name: 'Queue' })
    await expect.element(queue).toHaveTextContent(/Train at nine.*Tue 09:07:26/)
  })
})
