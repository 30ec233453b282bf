// Grey lines where contents are about to stand. Says nothing: the heading above does.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  line: { height: '14px', margin: '12px 0', borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorNeutralStencil1 },
  long: { width: '100%' },
  middle: { width: '72%' },
  short: { width: '48%' },
});

/** Shows that contents are on their way. */
export function Skeleton() {
  const styles = useStyles();
  return (
    <div aria-hidden>
      <div className={mergeClasses(styles.line, styles.long)} />
      <div className={mergeClasses(styles.line, styles.middle)} />
      <div className={mergeClasses(styles.line, styles.short)} />
    </div>
  );
}
