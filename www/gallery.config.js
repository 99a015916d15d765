// `npm run gallery`: pictures of every view and phase into target/gallery, with a page that shows them all.

import { defineConfig } from '@playwright/test';
import tests from './playwright.config.js';

export default defineConfig({ ...tests, projects: undefined, testDir: 'gallery', globalTeardown: './gallery/index.js' });
