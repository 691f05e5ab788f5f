/** A security test that would show whether a control works or an attack is seen. */
export interface DocumentTest {
  /** `detonate/aws.defense-evasion.cloudtrail-stop`, `scan/ports@shop/Balancer`, `review/access-review`. */
  readonly id: string;
  readonly kind: 'detonate' | 'scan' | 'review';
  readonly title: string;
  /** What to do, in a sentence. */
  readonly how: string;
  /** Element ids that it is about; empty for the system as a whole. */
  readonly elements: readonly string[];
  /** Ids of the attack paths and threats that it tries. */
  readonly paths: readonly string[];
  readonly threats: readonly string[];
  /** The highest risk score among these, 1 to 25: tests stand in this order. */
  readonly risk: number;
  /** What is expected to happen when all is well. */
  readonly expect: readonly string[];
  /** Id of the control that a passed test is evidence for. */
  readonly control: string;
  /** Where it is described. */
  readonly reference?: string;
}
