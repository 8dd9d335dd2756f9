/** The page as a person meets it, watched all the time: no complaint, no request to a stranger. */
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page } from '@playwright/test'

export { expect }

interface Watch {
  /** Console errors and exceptions may come: the test causes them. */
  readonly mayComplain: boolean
  readonly watched: undefined
}

export const test = base.extend<Watch>({
  mayComplain: [false, { option: true }],
  watched: [
    async ({ page, mayComplain }, use) => {
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
      const strangers: string[] = []
      page.on('request', (request) => {
        if (!isOurs(request.url())) strangers.push(request.url())
      })
      await use(undefined)
      expect(strangers).toEqual([])
      if (!mayComplain) expect(problems).toEqual([])
    },
    { auto: true },
  ],
})

function isOurs(url: string): boolean {
  return /^(?:data|blob|file):/.test(url) || new URL(url).hostname === '127.0.0.1'
}

/** The bets are the start buttons; the first one of the opening scenario is the right one. */
export const bet = (page: Page): Locator => page.getByRole('button', { name: /^I say/ }).first()

export const control = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Time', exact: true }).getByRole('button', { name, exact: true })

export const result = (page: Page): Locator => page.getByRole('region', { name: 'What happened' })

/** Opens the page and waits until there is something to bet on. */
export async function open(page: Page, address = './'): Promise<void> {
  await page.goto(address)
  await expect(bet(page)).toBeVisible()
}

export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
