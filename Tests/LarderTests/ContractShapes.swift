/// The kinds of the command line's contract, field by field.
enum ContractShapes {
    static let value = JSONShape.object([
        "entities": .map(.anything), "feature": .text, "value": .anything,
        "state": .word(["present", "null", "no key", "too old", "unknown"]), "eventTimestamp": .optional(.time),
        "ageSeconds": .optional(.integer), "maxAgeSeconds": .optional(.integer), "served": .anything, "store": .text,
    ])

    static let why = JSONShape.object([
        "entities": .map(.anything), "feature": .text, "conclusion": .text,
        "steps": .list(
            .object([
                "step": .text, "verdict": .word(["ok", "fail", "info", "n/a"]), "fact": .text,
                "target": .optional(.text),
            ])),
    ])

    static let store = JSONShape.object([
        "name": .text, "type": .text, "config": .map(.text), "featureSets": .list(.text), "capabilities": .list(.text),
        "subscriptions": .list(.object(["project": .text, "name": .text, "exclude": .bool])),
        "health": .object(["state": .text, "latencyMs": .optional(.number), "error": .optional(.text)]),
    ])

    private static let columns = JSONShape.list(
        .object(["name": .text, "valueType": .text, "labels": .map(.text)]))

    static let featureSet = JSONShape.object([
        "project": .text, "name": .text, "status": .text, "entities": columns, "features": columns,
        "maxAgeSeconds": .optional(.integer), "source": .optional(.object(["type": .text])), "labels": .map(.text),
        "createdAt": .time, "stores": .list(.text),
    ])

    static let applyResult = JSONShape.object([
        "name": .text, "result": .word(["created", "updated", "no change"]), "changes": .list(.text),
    ])

    static let ingestResult = JSONShape.object([
        "ingestionId": .text, "featureSet": .text, "rowsRead": .integer, "rowsProduced": .integer,
        "rowsBad": .integer, "seconds": .number, "rowsPerSecond": .number,
        "stores": .list(.object(["name": .text, "written": .integer, "failed": .integer, "ignored": .integer])),
    ])

    static let job = JSONShape.object([
        "id": .text, "store": .text, "source": .text, "featureSets": .list(.text), "rowsRead": .integer,
        "status": .word([
            "UNKNOWN", "PENDING", "RUNNING", "COMPLETED", "ABORTED", "ERROR", "SUSPENDING", "SUSPENDED", "ABORTING",
        ]),
        "rowsWritten": .integer, "rowsFailed": .integer, "rowsIgnored": .integer, "lagRows": .optional(.integer),
        "lagSeconds": .optional(.integer), "lastError": .optional(.text), "startedAt": .optional(.time),
        "heartbeatAt": .optional(.time), "workers": .list(.object(["host": .text, "pid": .integer])),
    ])

    static let export = JSONShape.object([
        "id": .text, "stage": .optional(.text), "store": .optional(.text), "features": .list(.text),
        "status": .word(["pending", "running", "cancelling", "done", "failed", "cancelled"]),
        "rows": .optional(.integer), "rowsDone": .integer, "files": .list(.text), "error": .optional(.text),
        "createdAt": .time, "finishedAt": .optional(.time),
    ])

    static let deadLetter = JSONShape.object([
        "id": .text, "at": .time, "featureSet": .optional(.text), "store": .optional(.text), "job": .optional(.text),
        "reason": .text, "message": .text, "payload": .text, "replays": .integer,
    ])

    static let deadLetterGroup = JSONShape.object([
        "reason": .text, "count": .integer, "first": .time, "last": .time,
    ])

    static let connector = JSONShape.object([
        "type": .text, "summary": .text, "capabilities": .list(.text),
        "settings": .list(
            .object([
                "key": .text, "kind": .text, "default": .optional(.text), "required": .bool, "secret": .bool,
                "documentation": .text,
            ])),
    ])

    static let error = JSONShape.object([
        "error": .object(["code": .text, "message": .text, "target": .optional(.text), "hint": .optional(.text)])
    ])
}
