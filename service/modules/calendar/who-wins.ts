/**
 * Who wins when a time differs. `agreed` is where the event stood when both sides last agreed; `writing` what we sent and
 * had no answer to, so that it is our own hand when it is found in Outlook.
 *
 * 1. What is done, cancelled, deleted or handed over in the program is so, whatever was dragged in Outlook.
 * 2. Only one side moved it: that side wins.
 * 3. Both moved it to the same time: nothing to do.
 * 4. Both moved it apart: the later hand wins. Clocks of two systems are not to be trusted to the second, so the program
 *    must be later by more than two minutes; otherwise the hand in the person's own calendar wins.
 * 5. Taken out of Outlook: when the program moved it since, it is put there again at its new time; otherwise the person
 *    is asked, or what he chose for this is done. Nothing planned is lost by it.
 * 6. Whoever chose "from the program to Outlook only": the program wins always.
 *
 * Rules 1, 5 and 6 are where they are needed (wanted-event.ts, take-removed.ts); this is 2 to 4.
 */
export function whoWins({
  agreed,
  writing,
  outlook,
  ours,
  outlookAt,
  oursAt,
}: {
  agreed: string | null;
  writing: string | null;
  outlook: string;
  ours: string;
  /** When it was changed there, by our clock. */
  outlookAt: Date;
  oursAt: Date | null;
}): 'nobody' | 'outlook' | 'program' {
  if (outlook === ours) return 'nobody';
  if (outlook === agreed || outlook === writing) return 'program';
  if (ours === agreed || !oursAt) return 'outlook';
  return oursAt.getTime() - outlookAt.getTime() > doubt ? 'program' : 'outlook';
}

const doubt = 2 * 60_000;
