import init, { version } from '../pkg/gcscope.js';

await init();
const shown = document.getElementById('version');
if (shown) shown.textContent = version();
