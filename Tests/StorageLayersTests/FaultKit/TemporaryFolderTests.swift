import FaultKit
import Testing

@Suite("Temporary folders")
struct TemporaryFolderTests {
    @Test("files can be written, read and listed, and are gone afterwards")
    func files() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        let path = try #require(try folder?.write("text", to: "b"))
        try folder?.write([1, 2], to: "a")
        #expect(try folder?.names() == ["a", "b"])
        #expect(try folder?.bytes(of: "a") == [1, 2])
        #expect(try folder?.text(of: "b") == "text")
        folder = nil
        let other = try TemporaryFolder()
        #expect(throws: (any Error).self) {
            try other.bytes(of: "../\(path.split(separator: "/").suffix(2).joined(separator: "/"))")
        }
    }

    @Test("a tiny file system gets full, and empty again")
    func tiny() async throws {
        let tiny = try await TinyFileSystem.orSkip(kilobytes: 64)
        try tiny.fill()
        let full = try await ChildProcess.run("sh", ["-c", "dd if=/dev/zero of=\(tiny.path)/more bs=1 count=1"])
        #expect(full.errors.contains("No space left"))
        tiny.empty()
        let empty = try await ChildProcess.run("sh", ["-c", "echo more > \(tiny.path)/more"])
        #expect(empty.ending == .exited(0))
    }
}
