// Grey lines where contents are about to stand. Says nothing: the heading above does.

/** Shows that contents are on their way. */
export function Skeleton() {
  return (
    <div aria-hidden>
      <div className="skeleton" />
      <div className="skeleton" />
      <div className="skeleton" />
    </div>
  );
}
