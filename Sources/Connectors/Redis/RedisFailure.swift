import FeatureModel
import Glibc
import StorageAPI

/// Turns what went wrong underneath into the error that services decide on and people read.
struct RedisFailure: Sendable {
    /// The store's name, where it has one.
    let store: StoreName?
    /// `host:port/database`.
    let endpoint: String
    /// The type of the connector.
    var connector = RedisConnector.typeName

    /// Translates a fault.
    func error(_ fault: RedisFault, operation: String) -> StoreError {
        let (code, recovery, message) = Self.judge(fault)
        return error(code, recovery, operation: operation, message: message)
    }

    /// Makes an error of this store.
    func error(
        _ code: StoreError.Code, _ recovery: StoreError.Recovery, operation: String, message: String
    ) -> StoreError {
        StoreError(
            code, recovery: recovery, operation: operation, connector: connector, store: store, message: message,
            context: ["endpoint": endpoint])
    }

    /// Makes the error of a setting that cannot work, before there is an endpoint.
    static func misconfigured(
        _ fault: SettingFault, store: StoreName?, connector: String = RedisConnector.typeName
    ) -> StoreError {
        StoreError(
            .misconfigured, recovery: .permanent, operation: "read the settings", connector: connector, store: store,
            message: fault.message)
    }

    /// What a fault means, whether trying again can help, and a sentence about it.
    static func judge(_ fault: RedisFault) -> (StoreError.Code, StoreError.Recovery, String) {
        switch fault {
        case .unresolved(let reason):
            (.unavailable, .transient, "the host cannot be found (\(reason)); check the setting host")
        case .unreachable(let code):
            (.unavailable, .transient, "no connection: \(text(of: code)); is Redis running there?")
        case .timedOut(let stage): (.timedOut, .transient, sentence(for: stage))
        case .disconnected: (.unavailable, .transient, "Redis closed the connection")
        case .turnedAway:
            (
                .unavailable, .transient,
                "Redis closed the connection before it answered; check that tls is set as the server needs it"
            )
        case .broken(let code): (.unavailable, .transient, "the connection broke: \(text(of: code))")
        case .protocolViolation:
            (
                .unexpected, .transient,
                "what answers does not speak the Redis protocol, or the connection is damaged; check host, port and tls"
            )
        case .unexpectedReply:
            (
                .unexpected, .transient,
                "Redis answered something else than was asked, or the connection is damaged; check host and port"
            )
        case .refused(let refusal), .dismissed(let refusal): (refusal.code, refusal.recovery, refusal.message)
        case .secretFile(let fault): (.misconfigured, .permanent, fault.sentence)
        case .tls(let fault): TLSVerdict.judge(fault)
        case .outOfMemory: (.unexpected, .transient, "there is no memory left for the answer")
        case .cancelled: (.cancelled, .permanent, "it was asked to stop")
        case .closed: (.unavailable, .permanent, "the store was closed before")
        }
    }

    private static func sentence(for stage: RedisFault.Stage) -> String {
        switch stage {
        case .lookingUp: "the host's name was not found within connect_timeout_ms"
        case .connecting: "there was no connection within connect_timeout_ms"
        case .shakingHands:
            "the TLS handshake was not over within connect_timeout_ms; check that the port speaks TLS, or set tls to false"
        case .sending: "Redis took nothing within write_timeout_ms"
        case .waiting: "Redis did not answer within read_timeout_ms"
        }
    }

    static func sentence(unreadable setting: RedisSetting, path: String, code: Int32) -> String {
        "the file of \(setting.key) cannot be read (\(path): \(text(of: code))); check the path and its rights"
    }

    /// The system's words for an error's number.
    static func text(of code: Int32) -> String {
        var text = [CChar](repeating: 0, count: 128)
        guard strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
