import FaultKit
import Foundation
import Glibc
import Synchronization

/// A broker that knows topics and nothing else, for the mock cluster makes topics by itself and lets nobody make them.
/// It speaks three requests of Kafka's protocol in their oldest forms: ApiVersions, Metadata and CreateTopics.
final class TopicBroker: Sendable {
    /// A topic as it was asked for.
    struct Wish: Equatable {
        var name = ""
        var partitions: Int32 = 0
        var replicas: Int16 = 0
        var settings: [String: String] = [:]
    }

    private struct State {
        var wishes: [Wish] = []
        var topics: [String: Int32] = [:]
        var blindQuestions: Int
    }

    private static let (metadata, versions, creation): (Int16, Int16, Int16) = (3, 18, 19)
    private static let unsupportedVersion: Int16 = 35
    private static let unknownTopic: Int16 = 3

    let port: Int
    private let listener: Int32
    private let answer: Int16
    private let makes: Bool
    private let state: Mutex<State>

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - answer: the error that whoever makes a topic is told; 0 for none.
    ///   - makes: whether the topic is there afterwards.
    ///   - blindQuestions: how many times it is not there yet when it is asked for after that.
    init(answering answer: Int16 = 0, makes: Bool = true, blindQuestions: Int = 0) throws {
        self.answer = answer
        self.makes = makes
        state = Mutex(State(blindQuestions: blindQuestions))
        (listener, port) = try LoopbackPort.listen()
        let listener = listener
        Thread.detachNewThread { [weak self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                let connection = FileHandle(fileDescriptor: client, closeOnDealloc: true)
                guard let self else { break }
                Thread.detachNewThread { self.serve(connection) }
            }
            close(listener)
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// The topics that were asked for.
    var wishes: [Wish] { state.withLock { $0.wishes } }

    private func serve(_ connection: FileHandle) {
        while let head = try? connection.read(upToCount: 4), head.count == 4 {
            var size = WireMessage(head)
            guard let bytes = try? connection.read(upToCount: Int(size.integer(Int32.self))) else { return }
            var request = WireMessage(bytes)
            let kind = request.integer(Int16.self)
            let version = request.integer(Int16.self)
            var response = WireMessage()
            response.append(request.integer(Int32.self))
            _ = request.text()
            respond(to: kind, version: version, &request, &response)
            var framed = WireMessage()
            framed.append(Int32(response.bytes.count))
            guard (try? connection.write(contentsOf: framed.bytes + response.bytes)) != nil else { return }
        }
    }

    private func respond(to kind: Int16, version: Int16, _ request: inout WireMessage, _ response: inout WireMessage) {
        switch kind {
        case Self.versions:
            response.append(version > 0 ? Self.unsupportedVersion : 0)
            let newest: [(Int16, Int16)] = [(Self.versions, 0), (Self.metadata, 1), (Self.creation, 0)]
            response.append(list: newest) { response, kind in
                for number in [kind.0, 0, kind.1] { response.append(number) }
            }
        case Self.metadata: tellTopics(request.list { $0.text() }, &response)
        default: create(request.list(Self.wish), &response)
        }
    }

    private func tellTopics(_ names: [String], _ response: inout WireMessage) {
        response.append(list: [Int32(1)]) { response, broker in
            response.append(broker)
            response.append("127.0.0.1")
            response.append(Int32(port))
            response.append(Int16(-1))
        }
        response.append(Int32(1))
        response.append(list: names) { response, name in
            let partitions = look(for: name)
            response.append(partitions == nil ? Self.unknownTopic : 0)
            response.append(name)
            response.append(Int8(0))
            response.append(list: Array(0..<(partitions ?? 0))) { response, partition in
                response.append(Int16(0))
                response.append(partition)
                response.append(Int32(1))
                for _ in 0..<2 { response.append(list: [Int32(1)]) { $0.append($1) } }
            }
        }
    }

    private func look(for name: String) -> Int32? {
        state.withLock { state in
            guard let partitions = state.topics[name] else { return nil }
            if state.blindQuestions == 0 { return partitions }
            state.blindQuestions -= 1
            return nil
        }
    }

    private func create(_ wishes: [Wish], _ response: inout WireMessage) {
        state.withLock { state in
            state.wishes += wishes
            if makes { for wish in wishes { state.topics[wish.name] = wish.partitions } }
        }
        response.append(list: wishes) { response, wish in
            response.append(wish.name)
            response.append(answer)
        }
    }

    private static func wish(_ request: inout WireMessage) -> Wish {
        var wish = Wish()
        wish.name = request.text()
        wish.partitions = request.integer(Int32.self)
        wish.replicas = request.integer(Int16.self)
        _ = request.list { $0.integer(Int32.self) }
        let settings = request.list { ($0.text(), $0.text()) }
        wish.settings = Dictionary(settings) { $1 }
        return wish
    }
}
