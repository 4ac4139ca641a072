import FaultKit
import Foundation
import Operations
import Testing

@testable import Services

@Suite("Logs are read from the end, or from a place")
struct LogReaderTests {
    private let folder: TemporaryFolder
    private let reader: LogReader

    init() throws {
        folder = try TemporaryFolder()
        reader = LogReader(directory: folder.path)
    }

    private func write(_ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/job.log"))
    }

    @Test("a log that is not there yet is empty")
    func absent() async throws {
        #expect(try await reader.read("job", from: nil, maxLines: 10) == LogChunk(lines: [], next: 0, skippedBytes: 0))
    }

    @Test("the last lines come first, then what was added")
    func following() async throws {
        try write("one\ntwo\nthree\nhal")
        let end = try await reader.read("job", from: nil, maxLines: 2)
        #expect(end == LogChunk(lines: ["two", "three"], next: 14, skippedBytes: 4))
        try write("one\ntwo\nthree\nhalf\nmore\n")
        let rest = try await reader.read("job", from: end.next, maxLines: 10)
        #expect(rest.lines == ["half", "more"])
        #expect(try await reader.read("job", from: rest.next, maxLines: 10).lines.isEmpty)
    }

    @Test("a log that was set aside is read anew")
    func rotation() async throws {
        try write("new\n")
        #expect(try await reader.read("job", from: 5_000, maxLines: 10).lines == ["new"])
    }

    @Test("no more lines come than were asked for, and none is lost")
    func limit() async throws {
        try write((0..<10).map { "line \($0)\n" }.joined())
        var lines: [String] = []
        var place: Int64 = 0
        while true {
            let chunk = try await reader.read("job", from: place, maxLines: 3)
            if chunk.lines.isEmpty { break }
            #expect(chunk.lines.count <= 3)
            lines += chunk.lines
            place = chunk.next
        }
        #expect(lines == (0..<10).map { "line \($0)" })
    }
}
