import FeatureModel
import StorageAPI

/// Turns what went wrong underneath into the error that services decide on and people read.
struct KafkaFailure: Sendable {
    /// The store's name, where it has one.
    let store: StoreName?
    /// `host:port,…/topic`.
    let endpoint: String

    /// Translates a fault.
    func error(_ fault: KafkaFault, operation: String) -> StoreError {
        let (code, recovery, message, kafka) = Self.judge(fault)
        var context = ["endpoint": endpoint]
        if let kafka { context["kafka"] = kafka.name }
        return StoreError(
            code, recovery: recovery, operation: operation, connector: KafkaConnector.typeName, store: store,
            message: message, context: context)
    }

    /// Makes the error of a setting that cannot work, before there is an endpoint.
    static func misconfigured(_ fault: SettingFault, store: StoreName?) -> StoreError {
        StoreError(
            .misconfigured, recovery: .permanent, operation: "read the settings",
            connector: KafkaConnector.typeName, store: store, message: fault.message)
    }

    private static func judge(_ fault: KafkaFault) -> (StoreError.Code, StoreError.Recovery, String, KafkaCode?) {
        switch fault {
        case .refused(let code): judged(KafkaVerdict(code), code)
        case .unanswered(let code): judged(code.map(KafkaVerdict.init) ?? .unreachable, code)
        case .missingTopic: (.unavailable, .transient, "the topic is not there; was it removed?", nil)
        case .setting(let name): (.misconfigured, .permanent, "librdkafka does not take its property \(name)", nil)
        case .notStarted(let reason): (.misconfigured, .permanent, "the client does not start: \(reason)", nil)
        case .undelivered(let rows):
            (KafkaVerdict(rows.code).code, KafkaVerdict(rows.code).recovery, sentence(for: rows), rows.code)
        case .cancelled: (.cancelled, .permanent, "it was asked to stop", nil)
        case .closed: (.rejected, .permanent, "the source was closed before", nil)
        }
    }

    private static func judged(
        _ verdict: KafkaVerdict, _ code: KafkaCode?
    ) -> (StoreError.Code, StoreError.Recovery, String, KafkaCode?) {
        (verdict.code, verdict.recovery, verdict.advice, code)
    }

    private static func sentence(for rows: UndeliveredRows) -> String {
        """
        \(rows.count) of \(rows.total) rows were not taken, the first is row \(rows.firstRow): \
        \(KafkaVerdict(rows.code).advice); running it again is safe, but Kafka remembers no ingestion, so that rows \
        taken before come once more and land on themselves
        """
    }
}
