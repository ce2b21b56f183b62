/** The beginning of a postmortem that any check takes for one; what is appended stands on line 13, counted from 0. */
export const HEAD = `# Postmortem: checkout down

## Summary

On 2026-03-04 the checkout was down for 40 minutes. A deployment broke the payment client, it was rolled back, and 300 orders were lost.

## Timeline

- 10:00 UTC: alert fired
- 10:40 UTC: rolled back

## Root cause

`;
