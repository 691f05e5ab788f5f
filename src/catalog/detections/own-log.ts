import { defineDetection } from '../../model/detection.ts';
import { logSight } from '../log-sight.ts';

/** Logs that the thing itself writes: who asked for what, who signed in, which statement ran. */
export default defineDetection({
  title: 'Access and audit logs of the resource',
  service: 'the resource itself',
  control: 'access-logs',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.html',
  ],
  sights(use, place) {
    const { resource, technique } = use;
    if (resource === undefined || !shownByOwnLogs.test(technique)) return [];
    return logSight(use, place, { resource: resource.id, kinds: ['access', 'audit'], what: 'access or audit log' });
  },
});

/** Requests, sign-ins, and reading or changing what is held. */
const shownByOwnLogs =
  /^T(1133|1190|1199|1110(\.\d+)?|1499(\.\d+)?|1498|1530|1213(\.\d+)?|1485(\.\d+)?|1486|1552|1565|1537|1119|1539|1550\.001|1528|1189|1212)$/;
