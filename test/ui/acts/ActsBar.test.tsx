import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../../../src/ui/theme/index.ts'
import { seconds } from '../../../src/sim/units.ts'
import { ActsBar } from '../../../src/ui/acts/ActsBar.tsx'
import { seek } from '../../../src/ui/state/actions.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import { AT_END, axeProblems, computed, openLab } from '../../helpers/open-lab.ts'

const button = (name: string | RegExp) => page.getByRole('button', { name })
const acts = () => labStore.getState().interventions

describe('the acts bar', () => {
  it('closes and opens the lid, and takes it back', async () => {
    await openLab('two-roads', seconds(5))
    await render(<ActsBar />)
    await expect.element(button('Take back')).toHaveAttribute('aria-disabled', 'true')
    await button("Suspend Alice's laptop").click()
    await computed()
    expect(acts()).toEqual([
      { at: expect.any(Number), act: { kind: 'lid', host: 'laptop', closed: true } },
    ])
    await expect.element(button("Wake Alice's laptop")).toBeVisible()
    await button('Take back').click()
    await computed()
    expect(acts()).toEqual([])
    await expect.element(button("Suspend Alice's laptop")).toBeVisible()
  })

  it('calls for Send again when the program has given up', async () => {
    await openLab('try-again-later', AT_END)
    await render(<ActsBar />)
    const again = button('Send again as Alice')
    await expect.element(again).toHaveClass('first')
    await again.click()
    await computed()
    expect(acts().map(({ act }) => act.kind)).toEqual(['send-again'])
  })

  it('says why it has nothing to send again', async () => {
    await openLab('two-roads', seconds(5))
    await render(<ActsBar />)
    const again = button('Send again as Alice')
    await expect.element(again).toHaveAttribute('aria-disabled', 'true')
    await expect.element(again).toHaveAccessibleDescription(/No message of Alice/)
    await again.click({ force: true })
    expect(acts()).toEqual([])
  })

  it('has a queue tried at once, and says why it cannot where nothing waits', async () => {
    await openLab('the-lid-closes', seconds(100))
    await render(<ActsBar />)
    await page.getByText('More: servers').click()
    await button('Flush the queue of the relay').click()
    await computed()
    expect(acts().map(({ act }) => act)).toEqual([{ kind: 'flush', host: 'relay' }])
    await expect
      .element(page.getByRole('table'))
      .toHaveTextContent('had the relay try everything at once')
    await button('Take back').click()
    await computed()
    seek(0)
    const idle = button('Flush the queue of the relay')
    await expect.element(idle).toHaveAttribute('aria-disabled', 'true')
    await expect.element(idle).toHaveAccessibleDescription('Its queue is empty.')
    await idle.click({ force: true })
    expect(acts()).toEqual([])
  })

  it('takes servers down, and changes greylisting', async () => {
    await openLab('two-roads', seconds(5))
    await render(<ActsBar />)
    await page.getByText('More: servers').click()
    await page
      .getByRole('group', { name: "Bob's mail server" })
      .getByRole('button', { name: 'cut off' })
      .click({ force: true })
    await page.getByRole('checkbox', { name: "Bob's mail server greylists" }).click()
    await userEvent.fill(page.getByLabelText('delay in s'), '90')
    await button('Set').click()
    await computed()
    expect(acts().map(({ act }) => act)).toEqual([
      { kind: 'power', host: 'mx', power: 'unreachable' },
      { kind: 'set', path: 'mx.greylist.on', value: true },
      { kind: 'set', path: 'mx.greylist.delay', value: seconds(90) },
    ])
    await expect
      .element(page.getByRole('table'))
      .toHaveTextContent('set mx.greylist.delay to 1 min')
    expect(await axeProblems()).toEqual([])
  })
})

describe("a message of one's own", () => {
  it('is judged before it is sent, each fault with a sentence', async () => {
    await openLab('two-roads', seconds(5))
    await render(<ActsBar />)
    await button('Write a message…').click()
    await button('Send').last().click()
    await expect.element(page.getByText('Say who gets it')).toBeVisible()
    await userEvent.fill(page.getByLabelText(/Recipients/), 'bob at college')
    await userEvent.fill(page.getByLabelText('Subject'), 'Hello')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect.element(page.getByText('“bob at college” is no mail address.')).toBeVisible()
    expect(acts()).toEqual([])
    expect(await axeProblems()).toEqual([])
    await userEvent.fill(page.getByLabelText(/Recipients/), 'nobody@college.example')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await computed()
    expect(acts().map(({ act }) => act)).toEqual([
      {
        kind: 'send',
        host: 'laptop',
        from: 'alice@school.example',
        to: ['nobody@college.example'],
        subject: 'Hello',
      },
    ])
  })
})
