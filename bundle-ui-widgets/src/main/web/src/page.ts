import { LeakageBoard } from './leakage';
import { watchClock } from './clock';
import { watchCopies } from './copies';

const board = document.querySelector('leakage-board') as LeakageBoard;
board.nonce = document.getElementById('first-paint')?.nonce ?? '';
const paint = () => {
  document.body.classList.toggle('light', board.theme === 'light');
  document.body.classList.toggle('dark', board.theme === 'dark');
};
board.addEventListener('leakage-theme', paint);
paint();
watchClock();
watchCopies();
