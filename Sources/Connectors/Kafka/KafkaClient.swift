import CRdKafka

/// A client of librdkafka's, owned: what it is made of is given back with the last reference.
///
/// Its calls block; it belongs to an actor with a queue of its own.
final class KafkaClient {
    /// The client itself.
    let handle: OpaquePointer
    /// What its callbacks told.
    let events: KafkaEvents

    private static let reasonSize = 512

    /// Makes a client; it connects by itself, later.
    ///
    /// - Throws: `setting` and `notStarted`, never with a secret in it.
    init(_ properties: [KafkaProperty], role: KafkaConfiguration.Role) throws(KafkaFault) {
        let events = KafkaEvents()
        handle = try Self.open(properties, role: role, events: events)
        self.events = events
    }

    deinit {
        rd_kafka_destroy(handle)
    }

    /// True where only another client can help.
    var hasFailedForGood: Bool {
        rd_kafka_fatal_error(handle, nil, 0) != RD_KAFKA_RESP_ERR_NO_ERROR
    }

    /// A fault for a request that came to `code`: where nobody answered, with what connecting came to.
    func fault(_ code: rd_kafka_resp_err_t) -> KafkaFault {
        switch code {
        case RD_KAFKA_RESP_ERR__TRANSPORT, RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN, RD_KAFKA_RESP_ERR__TIMED_OUT:
            .unanswered(events.trouble)
        default: .refused(KafkaCode(code))
        }
    }

    /// What stands behind the code that rows were given back with: the end of the producer, or trouble with the brokers.
    func cause(of code: KafkaCode) -> KafkaCode {
        let fatal = rd_kafka_fatal_error(handle, nil, 0)
        if fatal != RD_KAFKA_RESP_ERR_NO_ERROR { return KafkaCode(fatal) }
        return code.native == RD_KAFKA_RESP_ERR__MSG_TIMED_OUT ? events.trouble ?? code : code
    }

    private static func open(
        _ properties: [KafkaProperty], role: KafkaConfiguration.Role, events: KafkaEvents
    ) throws(KafkaFault) -> OpaquePointer {
        guard let configuration = rd_kafka_conf_new() else { throw .notStarted("there is no memory") }
        do throws(KafkaFault) {
            try set(properties, in: configuration)
        } catch {
            rd_kafka_conf_destroy(configuration)
            throw error
        }
        KafkaCallbacks.install(in: configuration, for: role, events: events)
        var reason = [CChar](repeating: 0, count: reasonSize)
        let type = if case .producer = role { RD_KAFKA_PRODUCER } else { RD_KAFKA_CONSUMER }
        // The client owns the configuration only where it starts.
        guard let handle = rd_kafka_new(type, configuration, &reason, reason.count) else {
            rd_kafka_conf_destroy(configuration)
            throw .notStarted(text(reason, without: properties.filter(\.isSecret).map(\.value)))
        }
        return handle
    }

    private static func set(_ properties: [KafkaProperty], in configuration: OpaquePointer) throws(KafkaFault) {
        for property in properties {
            let result = rd_kafka_conf_set(configuration, property.name, property.value, nil, 0)
            guard result == RD_KAFKA_CONF_OK else { throw .setting(property.name) }
        }
    }

    private static func text(_ reason: [CChar], without secrets: [String]) -> String {
        let text = String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return secrets.reduce(text) { $0.replacing($1, with: "•••") }
    }
}
