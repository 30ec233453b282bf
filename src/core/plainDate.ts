// A calendar day without clock or time zone. Knows leap years and Excel's serial numbers, and not what day it is today.

/** A calendar day such as '2021-09-30'. Always valid when it comes out of this file's functions. */
export type PlainDate = string;
