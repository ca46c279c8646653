/** The walls of the house. Each rule's comment says what breaks without it. Type-only imports count. */
const outside = "^node_modules/(@remix-run|react|react-dom|i18next|react-i18next|remix-i18next|meilisearch)(/|$)";

module.exports = {
  forbidden: [
    {
      name: "no-circle",
      severity: "error",
      comment: "In a circle nothing can be understood, or loaded, first.",
      from: {},
      to: { circular: true },
    },
    {
      name: "domain-knows-no-framework",
      severity: "error",
      comment: "The meaning must outlive the framework that shows it.",
      from: { path: "^app/domain/", pathNot: "\\.test\\.ts$" },
      to: { path: outside },
    },
    {
      name: "domain-knows-no-edge",
      severity: "error",
      comment: "A room that knows its pages cannot serve another one.",
      from: { path: "^app/domain/" },
      to: { path: "^app/(routes|http|ui|enhance|launch)/" },
    },
    {
      name: "pure-stays-pure",
      severity: "error",
      comment: "A pure file can be tested without a service and read without fear; one import ends that.",
      from: { path: "^app/domain/", pathNot: "(\\.server\\.ts|\\.test\\.ts)$" },
      to: { path: "(^app/platform/|\\.server\\.ts$|^node:|^node_modules/(pg|graphile-worker|nodemailer)/)" },
    },
    {
      name: "stores-are-private",
      severity: "error",
      comment: "Only the room itself may know how it keeps things.",
      from: { path: "^app/(?!domain/)|^tests/(?!integration/)" },
      to: { path: "^app/domain/.*store.*\\.server\\.ts$" },
    },
    {
      name: "stores-are-private-to-their-room",
      severity: "error",
      comment: "Only the room itself may know how it keeps things.",
      from: { path: "^app/domain/([^/]+)/" },
      to: { path: "^app/domain/[^/]+/.*store.*\\.server\\.ts$", pathNot: "^app/domain/$1/" },
    },
    {
      name: "only-stores-speak-prisma",
      severity: "error",
      comment: "One scoped read and one transaction per verb can be checked only where all queries stand.",
      from: {
        path: "^app/",
        pathNot:
          "^app/(domain/.*store.*\\.server\\.ts$|platform/|http/front/(ready|start)\\.ts$|launch/|entry\\.worker\\.ts$)",
      },
      to: { path: "^app/platform/db/" },
    },
    {
      name: "platform-knows-no-room",
      severity: "error",
      comment: "What lies behind the walls must not know who lives in front of them.",
      from: { path: "^app/platform/" },
      to: { path: "^app/(domain/(?!kernel/)|routes|http|ui|launch)" },
    },
    {
      name: "ui-knows-no-data",
      severity: "error",
      comment: "Furniture that knows the house cannot be moved.",
      from: { path: "^app/ui/" },
      to: { path: "^app/(domain/(?!kernel/)|routes|http|platform)/" },
    },
    {
      name: "audiences-do-not-borrow",
      severity: "error",
      comment: "A page that borrows from another audience's page breaks when that audience's needs change.",
      from: { path: "^app/routes/([^/]+)/" },
      to: { path: "^app/routes/", pathNot: "^app/routes/$1/" },
    },
    {
      name: "no-orphan-file",
      severity: "error",
      comment: "Dead code.",
      from: { orphan: true, path: "^app/", pathNot: "(^app/routes/|\\.d\\.ts$|\\.css$)" },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|app/platform/db/generated)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
