/** How often something goes wrong, 0 to 1 each; all of it seen at the real one. */
export interface GraphFaults {
  /** 429 with Retry-After, nothing done. */
  throttled: number;
  /** 503, nothing done. */
  unavailable: number;
  /** 504 before anything was done, and after all of it was. */
  lostBefore: number;
  lostAfter: number;
  /** 412 although nobody changed the event: Exchange touches what was just written. */
  touched: number;
  /** 410 for a link of changes that worked a moment ago. */
  forgotten: number;
  /** A page of changes that leads to itself. */
  repeated: number;
  /** Notifications that never come, that come twice. */
  unheard: number;
  heardTwice: number;
  /** Milliseconds before an answer. */
  slow: number;
  /** How far its clock is ahead, milliseconds. */
  skew: number;
}

export const noFaults: GraphFaults = {
  throttled: 0,
  unavailable: 0,
  lostBefore: 0,
  lostAfter: 0,
  touched: 0,
  forgotten: 0,
  repeated: 0,
  unheard: 0,
  heardTwice: 0,
  slow: 0,
  skew: 0,
};
