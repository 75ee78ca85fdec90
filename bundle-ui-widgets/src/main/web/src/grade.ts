import { words } from './format';
import type { Grade } from './types';

const LETTERS: Record<string, string> = { GREEN: 'G', AMBER: 'A', RED: 'R' };

/** The badge of a grade: a letter in a shape of its own, told apart without colour. */
export function badge(grade: Grade): HTMLElement {
  const span = document.createElement('span');
  span.className = `grade grade-${grade}`;
  span.textContent = LETTERS[grade] ?? '?';
  span.setAttribute('role', 'img');
  span.setAttribute('aria-label', words(grade));
  return span;
}

/** What the grade says. */
export function gradeWords(grade: Grade): string {
  return grade === 'CANNOT_SAY' ? 'Cannot say: no rule in force, or no number good enough' : `${words(grade)}: by a rule`;
}
