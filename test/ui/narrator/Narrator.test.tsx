import { afterEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { seconds } from '../../../src/sim/units.ts'
import { Narrator } from '../../../src/ui/narrator/Narrator.tsx'
import { runToEnd, seek, setVerbosity } from '../../../src/ui/state/actions.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import { axeProblems, openLab } from '../../helpers/open-lab.ts'

const region = () => page.getByRole('region', { name: 'Narrator' })

afterEach(() => void vi.useRealTimers())

describe('the narrator', () => {
  it('announces politely what the playhead passes, and is silent about the past', async () => {
    await openLab('the-lid-closes', 0)
    labStore.setState({ started: true })
    await render(<Narrator />)
    await expect.element(region()).toHaveAttribute('tabindex', '-1')
    seek(seconds(61))
    await expect.element(region(), { timeout: 4000 }).toHaveTextContent('goes to sleep')
    await expect.element(region()).toHaveAttribute('tabindex', '0')
    await expect.element(region().getByRole('paragraph')).toHaveAttribute('aria-live', 'polite')
    seek(seconds(1))
    await expect.element(region()).toHaveTextContent(/^$/)
    expect(await axeProblems()).toEqual([])
  })

  it('does not chatter: a jump to the end is one announcement', async () => {
    await openLab('the-lid-closes', 0)
    await render(<Narrator />)
    const said: string[] = []
    const line = region().getByRole('paragraph').element()
    const watch = new MutationObserver(() => said.push(line.textContent))
    watch.observe(line, { childList: true, characterData: true, subtree: true })
    runToEnd()
    await expect.element(region(), { timeout: 4000 }).toHaveTextContent('more events')
    watch.disconnect()
    expect(said).toHaveLength(1)
  })

  it('says that a run is over, but not in the one that has begun since', async () => {
    await openLab('the-lid-closes', 0)
    labStore.setState({ started: true, finished: false })
    await render(<Narrator />)
    const afterEnd = (then: Partial<ReturnType<typeof labStore.getState>>): void => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      labStore.setState({ finished: true })
      labStore.setState(then)
      vi.advanceTimersByTime(5000)
      vi.useRealTimers()
    }
    afterEnd({})
    await expect.element(region()).toHaveTextContent('The run is over')
    labStore.setState({ started: false, finished: false })
    await expect.element(region()).toHaveTextContent(/^$/)
    labStore.setState({ started: true })
    afterEnd({ started: false, finished: false })
    await new Promise(requestAnimationFrame)
    await expect.element(region()).toHaveTextContent(/^$/)
  })

  it('can be switched off', async () => {
    await openLab('the-lid-closes', 0)
    setVerbosity('off')
    await render(<Narrator />)
    await expect.element(region()).not.toBeInTheDocument()
  })
})
