import FaultKit
import Testing

@testable import RedisConnector

@Suite struct SecretFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func file(_ bytes: [UInt8]) throws -> SecretFile {
        SecretFile(setting: .passwordFile, path: try folder.write(bytes, to: "secret"))
    }

    @Test(
        "the secret is the whole content without one line end",
        arguments: [
            ("pw", "pw"), ("pw\n", "pw"), ("pw\r\n", "pw"), ("pw\n\n", "pw\n"), (" p w \n", " p w "), ("pä", "pä"),
        ])
    func content(_ content: String, _ secret: String) throws {
        #expect(try file(Array(content.utf8)).read().revealed == secret)
    }

    @Test("a file without a secret is refused", arguments: ["", "\n", "\r\n"])
    func empty(_ content: String) throws {
        let file = try file(Array(content.utf8))
        #expect(throws: SecretFileFault.empty(.passwordFile, path: file.path)) { try file.read() }
    }

    @Test("a file that is no text is refused", arguments: [[0x70, 0x00, 0x77], [0x70, 0xff]] as [[UInt8]])
    func noText(_ content: [UInt8]) throws {
        let file = try file(content)
        #expect(throws: SecretFileFault.noText(.passwordFile, path: file.path)) { try file.read() }
    }

    @Test("64 KiB are read, and not a byte more")
    func size() throws {
        let longest = try file([UInt8](repeating: UInt8(ascii: "x"), count: 64 << 10))
        #expect(try longest.read().revealed.utf8.count == 64 << 10)
        let tooLong = try file([UInt8](repeating: UInt8(ascii: "x"), count: (64 << 10) + 1))
        #expect(throws: SecretFileFault.tooLong(.passwordFile, path: tooLong.path)) { try tooLong.read() }
    }

    @Test("a file that is not there, and a folder, are refused with the system's reason")
    func unreadable() throws {
        let absent = SecretFile(setting: .passwordFile, path: folder.path("absent"))
        let fault = #expect(throws: SecretFileFault.self) { try absent.read() }
        #expect(
            fault?.sentence
                == "the file of password_file cannot be read (\(absent.path): No such file or directory); "
                + "check the path and its rights")
        let place = SecretFile(setting: .tlsKeyPasswordFile, path: folder.path)
        #expect(throws: SecretFileFault.unreadable(.tlsKeyPasswordFile, path: place.path, errno: 21)) {
            try place.read()
        }
    }

    @Test("no fault and no dump shows what is in the file")
    func secret() throws {
        let file = try file(Array("hunter2\0".utf8))
        let fault = #expect(throws: SecretFileFault.self) { try file.read() }
        #expect(fault?.sentence.contains("hunter2") == false)
        var dumped = ""
        dump(SecretSource.file(file), to: &dumped)
        dump(SecretSource.settings(Secret("hunter2")), to: &dumped)
        #expect(!dumped.contains("hunter2"))
    }
}
