/** What a chart shows, as a table would: rows with a value for each series. The chart and its table are drawn of the same. */
export interface ChartData {
  unit: 'money' | 'count' | 'percent';
  series: { id: string; name: string }[];
  rows: {
    id: string;
    label: string;
    /** One for each series; money in kopecks. */
    values: (number | null)[];
    /** Where the rows behind it are. */
    link?: string;
  }[];
}

/** How it is drawn: columns on each other, bars to the right, or a line over time. */
export type ChartLook = 'columns' | 'bars' | 'line';
