import FaultKit
import Testing

@Suite("Child processes")
struct ChildProcessTests {
    @Test("what a program prints and how it ends is told")
    func captures() async throws {
        let (ending, output, errors) = try await ChildProcess.run(
            "sh", ["-c", "cat; echo \"$NAME\"; echo bad >&2; exit 3"],
            environment: ["NAME": "larder", "PATH": "/usr/bin:/bin"], input: "in\n")
        #expect(ending == .exited(3))
        #expect(output == "in\nlarder\n")
        #expect(errors == "bad\n")
    }

    @Test("a program is killed by a signal")
    func kills() async throws {
        let child = try ChildProcess("sleep", ["1000"])
        #expect(child.ending == nil)
        child.send(9)
        #expect(await child.wait() == .signalled(9))
        #expect(child.ending == .signalled(9))
        child.send(9)
    }

    @Test("a limit on the size of files fails like a full disk")
    func limitsFiles() async throws {
        let folder = try TemporaryFolder()
        let (ending, _, errors) = try await ChildProcess.run(
            "dd", ["if=/dev/zero", "of=\(folder.path("out"))", "bs=512", "count=100"], fileSizeLimit: 4)
        #expect(ending == .exited(1))
        #expect(errors.contains("File too large"))
        #expect(try folder.bytes(of: "out").count == 2048)
    }
}
