import { numberProblem, numberText, typedNumber } from '../../../static/shared/typed-number';

describe('a typed number', () => {
  it.each([
    ['4.5', 4.5],
    ['4,5', 4.5],
    [' 31 ', 31],
    ['-0,25', -0.25],
    ['\u22123', -3],
    ['.5', 0.5],
    ['0.125', 0.125],
    ['1200.125', 1200.125],
    ['1e-7', 1e-7],
  ])('reads %s, with a comma or a point before the decimals', (text, value) => {
    expect(typedNumber(text)).toBe(value);
    expect(numberProblem(text)).toBeNull();
  });

  it.each([
    ['1 200', 1200],
    ['1\u202f200,5', 1200.5],
    ['1’200', 1200],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
  ])('reads %s, whose thousands can mean one thing only', (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });

  it('is refused where it can mean two numbers, with both ways to say it', () => {
    expect(typedNumber('1,200')).toBeNaN();
    expect(numberProblem('1,200')).toBe('This can mean two numbers. Type 1200 or 1.2.');
    expect(numberProblem('-1,200')).toBe('This can mean two numbers. Type -1200 or -1.2.');
    expect(numberProblem('1.234')).toBe('This can mean two numbers. Type 1234 or 1.2340.');
  });

  it.each(['fast', '4.5.6', '12,34,567', '1,2 3', '5%', 'Infinity', '0x10'])(
    'is refused when it is %s, with what to type',
    (text) => {
      expect(typedNumber(text)).toBeNaN();
      expect(numberProblem(text)).toMatch(/^This is not a number\. Type/);
    },
  );

  it('is left to the back end to ask for when nothing is typed', () => {
    expect(typedNumber('')).toBeNaN();
    expect(numberProblem(' ')).toBeNull();
  });

  it.each([1.234, -12.125, 4.5, 1200, 0.125, 1e12, 1e-9])('is written as it is read: %d', (value) => {
    expect(typedNumber(numberText(value))).toBe(value);
  });
});
