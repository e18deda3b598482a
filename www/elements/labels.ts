/** Labels that do not collide: who comes first gets the place, who finds none goes without. */
export function labelPlacer(width: number, height: number) {
  const taken: [number, number, number, number][] = [];
  const block = (x: number, y: number, w: number, h: number): void => void taken.push([x, y, x + w, y + h]);
  const put = (x: number, y: number, w: number, h: number): boolean => {
    if (x < 0 || y < -2 || x + w > width || y + h > height + 2) return false;
    if (taken.some(([left, top, right, bottom]) => x < right && x + w > left && y < bottom && y + h > top))
      return false;
    block(x, y, w, h);
    return true;
  };
  return Object.assign(put, { block });
}
