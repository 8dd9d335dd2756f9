import { barriers, bet, control, expect, open, result, test } from './lab.ts'

const SITUATIONS = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { name: 'a phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
] as const

for (const { name, ...use } of SITUATIONS)
  test.describe(name, () => {
    test.use(use)

    test('no barriers before, during and after the run', async ({ page }) => {
      await open(page)
      expect(await barriers(page)).toEqual([])
      await bet(page).click()
      await page.waitForTimeout(1500)
      await control(page, 'Pause').click()
      expect(await barriers(page)).toEqual([])
      await control(page, 'To the end').click()
      await expect(result(page)).toBeVisible()
      expect(await barriers(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
        use.viewport.width,
      )
    })
  })

test('no barriers in dialogs and in the presentation', async ({ page }) => {
  await open(page)
  for (const name of ['Share', 'Settings', 'Keys']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.getByRole('button', { name: 'Present', exact: true }).click()
  expect(await barriers(page)).toEqual([])
})

test('with forced colours the button to press first is filled, and can be read', async ({
  page,
}) => {
  await open(page, './#v=1&s=mystery-mx&seed=12')
  await bet(page).click()
  await page.emulateMedia({ forcedColors: 'active' })
  const send = page.getByRole('button', { name: 'Send this letter' })
  // The words would be on a plate of their own colour, which no computed colour tells.
  await expect(send).toHaveCSS('forced-color-adjust', 'none')
  const [words, ground] = await send.evaluate((button) => {
    const { color, backgroundColor } = getComputedStyle(button)
    return [color, backgroundColor]
  })
  expect(words).not.toBe(ground)
  expect(await barriers(page)).toEqual([])
})

test('the summary: no barriers, opens a scenario, and comes back', async ({ page }) => {
  await open(page)
  await page.getByRole('link', { name: 'Summary' }).click()
  await expect(page.getByText(/^All \d+ scenarios are computed/)).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: 'Try again later' }).click()
  await expect(page.getByLabel('Scenario')).toHaveValue('try-again-later')
  await page.goBack()
  await expect(page.getByRole('table')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Scenario')).toHaveValue('try-again-later')
})

test('the whole lesson with Tab and Enter alone', async ({ page }) => {
  await open(page)
  /** Tabs until the focus is on a button of this name. */
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let i = 0; i < 150; i++) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const focused = document.activeElement
        // Behind the last stop the browser's own controls have the focus, and the page none.
        if (focused === document.body) return ''
        return focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
      })
      if (name.test(label)) return
    }
    throw new Error(`Tab never came to ${String(name)}.`)
  }
  const press = async (name: RegExp): Promise<void> => {
    await tabTo(name)
    await page.keyboard.press('Enter')
  }
  await press(/I say/)
  await expect(control(page, 'Pause')).toBeVisible()
  // The bets are gone, and the focus is not: it stands at the question that was answered.
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused()
  await press(/^Pause$/)
  await expect(control(page, 'Play')).toBeVisible()
  const clock = page.getByRole('region', { name: 'Time', exact: true }).getByText(/Tue \d\d:/)
  await expect(clock).toBeVisible()
  await press(/^One event on$/)
  await press(/^To the end$/)
  await expect(result(page)).toContainText(/By post office\s*delivered/)
  await press(/^Train at nine/)
  await expect(page.getByRole('heading', { name: /^Train at nine/ })).toBeVisible()
  await press(/All letters/)
  await expect(page.getByRole('heading', { name: 'The letters of this run' })).toBeVisible()
})

test.describe('where motion is unwelcome', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('the run goes in steps and comes to the same end', async ({ page }) => {
    await open(page)
    await bet(page).click()
    await expect(control(page, 'Pause')).toBeVisible()
    await page.waitForTimeout(1500)
    const seen = page.getByRole('region', { name: 'Time', exact: true }).getByText(/^\.\d{3}$/)
    await expect(seen).not.toHaveText('.000')
    await control(page, 'To the end').click()
    await expect(result(page)).toContainText(/By post office\s*delivered/)
  })
})
