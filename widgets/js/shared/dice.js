// Numbers by chance, the same in every browser and in Python (mulberry32): the first frames of a page are everybody's.
const GOLDEN = 0x6d2b79f5;

export class Dice {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  // A number from 0 up to, but not, 1.
  next() {
    this.state = (this.state + GOLDEN) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  // Twelve numbers added up are all but normal, mean 0 and variance 1, and no two machines round them differently.
  normal() {
    let sum = -6;
    for (let n = 0; n < 12; n++) sum += this.next();
    return sum;
  }

  // The numbers from 0 to count - 1 in another order.
  order(count) {
    const order = Int32Array.from({ length: count }, (_, n) => n);
    for (let last = count - 1; last > 0; last--) {
      const other = Math.floor(this.next() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  }
}
