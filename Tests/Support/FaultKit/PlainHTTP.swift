import Foundation
import Glibc

/// The smallest client of HTTP: one request to a port of this machine, the whole answer as text.
public enum PlainHTTP {
    /// Asks, and reads until the server closes.
    public static func answer(to method: String, _ path: String, port: Int) async throws -> String {
        let request = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try exchange(request, port: port) }) }
        }
    }

    private static func exchange(_ request: String, port: Int) throws -> String {
        let descriptor = try LoopbackPort.connect(to: port)
        defer { close(descriptor) }
        let bytes = Array(request.utf8)
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw POSIXFailure("send a request", errno)
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
            answer += buffer.prefix(count)
        }
    }
}
