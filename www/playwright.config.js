import { defineConfig } from '@playwright/test';

// `cargo xtask test` finds the browser and a free port, and tells both here.
const executablePath = process.env.GCSCOPE_CHROMIUM ?? '/usr/bin/chromium';
const port = Number(process.env.GCSCOPE_PORT ?? 4174);
const address = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'tests',
  outputDir: '../test-results',
  forbidOnly: true,
  // A test that passes only at its second try is a failing test.
  retries: 0,
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  // What measures times comes last and one by one: two tests at once would measure each other.
  projects: [
    { name: 'page', testIgnore: 'tasks.spec.js' },
    { name: 'times', testMatch: 'tasks.spec.js', fullyParallel: false, dependencies: ['page'] },
  ],
  // Generous: the machine may be building something else.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    browserName: 'chromium',
    // What a service worker keeps is no business of any test but that of the service worker.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    // Takes a fifth of the time: `npx playwright test --trace on` where a failure asks for it.
    trace: 'off',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Pictures are compared pixel for pixel.
        '--force-color-profile=srgb',
      ],
    },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port}`,
    url: address,
    // A server that somebody else left running might serve another build.
    reuseExistingServer: false,
  },
});
