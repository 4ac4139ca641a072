import FeatureModel

/// The exports that exist when the world begins: one in every status.
enum ExportPlan {
    static func exports(start: Timestamp) -> [WorldExport] {
        let features = request("2020-05").features
        var running = export("exp-118", request("2020-05"), start, ago: 194)
        running.status = .running
        running.stage = .joining
        running.rows = 812_440
        running.rowsDone = 333_100
        running.store = "history"
        running.startedAt = start.advanced(by: .seconds(-192))
        running.heartbeatAt = start
        running.worker = WorkerIdentity(host: "worker-2", pid: 40_118)
        var pending = export("exp-119", request("2020-05-retry"), start, ago: 20)
        pending.store = "history"
        var cancelling = export("exp-117", request("2020-q1", Array(features.prefix(4))), start, ago: 900)
        cancelling.status = .cancelling
        cancelling.stage = .writing
        cancelling.store = "history"
        (cancelling.rows, cancelling.rowsDone) = (2_411_008, 2_300_410)
        cancelling.startedAt = start.advanced(by: .seconds(-897))
        return [
            WorldExport(running, rate: 1_730, at: start), WorldExport(pending, rate: 0, at: start),
            WorldExport(cancelling, rate: 0, at: start),
        ] + ended(start).map { WorldExport($0, rate: 0, at: start) }
    }

    private static func ended(_ start: Timestamp) -> [Export] {
        var done = export("exp-116", request("2020-04"), start, ago: 5_400)
        done.rows = 798_113
        finish(&done, .done, start, ago: 5_071)
        done.files = [done.request.outputPath]
        var second = export("exp-115", request("2020-03"), start, ago: 9_300)
        second.rows = 801_774
        finish(&second, .done, start, ago: 8_990)
        second.files = [second.request.outputPath]
        var failed = export("exp-114", request("2020-02"), start, ago: 9_900)
        finish(&failed, .failed, start, ago: 9_860)
        (failed.rows, failed.rowsDone) = (790_020, 104_448)
        failed.error = "/srv/exports/labels-2020-02.csv.gz: no space left on device after 1.9 GB"
        var cancelled = export("exp-113", request("2020-01"), start, ago: 90_000)
        finish(&cancelled, .cancelled, start, ago: 89_940)
        (cancelled.rows, cancelled.rowsDone) = (812_001, 20_480)
        return [done, second, failed, cancelled]
    }

    private static func finish(_ export: inout Export, _ status: ExportStatus, _ start: Timestamp, ago: Int64) {
        export.status = status
        export.store = "history"
        export.rowsDone = export.rows ?? 0
        export.startedAt = export.createdAt.advanced(by: .seconds(2))
        export.finishedAt = start.advanced(by: .seconds(-ago))
    }

    private static func export(_ id: ExportID, _ request: ExportRequest, _ start: Timestamp, ago: Int64) -> Export {
        Export(id: id, request: request, createdAt: start.advanced(by: .seconds(-ago)))
    }

    private static func request(_ period: String, _ features: [FeatureReference]? = nil) -> ExportRequest {
        ExportRequest(
            rowsPath: "/srv/labels/\(period).csv", rowsFormat: .csv, features: features ?? usualFeatures,
            outputPath: "/srv/exports/labels-\(period).csv.gz", outputFormat: .csv, store: "history")
    }

    private static let usualFeatures: [FeatureReference] = [
        "risk/card_txn:count_7d", "risk/card_txn:sum_7d", "risk/card_txn:last_mcc", "risk/device_login:devices_30d",
        "risk/device_login:geo", "core/customer:segment", "core/customer:since_days", "fraud/graph_hops:hops_to_fraud",
    ].compactMap { FeatureReference($0) }
}
