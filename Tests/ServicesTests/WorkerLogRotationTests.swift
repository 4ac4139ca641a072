import FaultKit
import Foundation
import Testing

@testable import Services

@Suite("Logs of workers that run for months")
struct WorkerLogRotationTests {
    private func withLog(_ name: String, _ body: (_ descriptor: Int32, _ path: String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        let path = folder.path(name)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        try body(descriptor, path)
    }

    private func write(_ text: String, to descriptor: Int32) {
        _ = Array(text.utf8).withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

    @Test("a log that is too large is set aside, and both descriptors write to the new one")
    func rotates() throws {
        try withLog("job.log") { descriptor, path in
            let twin = dup(descriptor)
            defer { close(twin) }
            write("first\n", to: descriptor)
            WorkerLogRotation.rotate(descriptor, twin: twin, limit: 6)
            #expect(text(path) == "first\n", "it is not larger than the limit")
            write("second\n", to: descriptor)
            WorkerLogRotation.rotate(descriptor, twin: twin, limit: 6)
            write("third\n", to: twin)
            #expect(text(path + ".1") == "first\nsecond\n" && text(path) == "third\n")
            write("fourth\n", to: descriptor)
            WorkerLogRotation.rotate(descriptor, twin: twin, limit: 6)
            #expect(text(path + ".1") == "third\nfourth\n" && text(path)?.isEmpty == true)
        }
    }

    @Test("what is no log is left alone")
    func others() throws {
        try withLog("notes.txt") { descriptor, path in
            write("much too much\n", to: descriptor)
            WorkerLogRotation.rotate(descriptor, limit: 1)
            #expect(text(path) == "much too much\n" && text(path + ".1") == nil)
        }
        try withLog("gone.log") { descriptor, path in
            write("much too much\n", to: descriptor)
            try FileManager.default.removeItem(atPath: path)
            WorkerLogRotation.rotate(descriptor, limit: 1)
            #expect(text(path) == nil && text(path + ".1") == nil)
        }
        WorkerLogRotation.rotate(-1, limit: 1)
    }
}
