/** Height of a row in px; the lines on the canvas are reckoned with it, so that nothing is measured. */
export const ROW_HEIGHT = 52;
/** Height of the part of a list that is seen, in px. */
export const LIST_HEIGHT = 520;
