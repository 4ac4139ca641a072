import RowFiles
import Testing

@Suite("Digests of files")
struct FileDigestTests {
    @Test("digests are those of the standard")
    func vectors() {
        #expect(
            FileDigest(of: []).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            FileDigest(of: Array("abc".utf8)).hex
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            FileDigest(of: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)).hex
                == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        #expect(
            FileDigest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).hex
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test(
        "a file's digest is that of its bytes, whatever their number", arguments: [0, 1, 55, 56, 63, 64, 65, 300_000])
    func files(size: Int) throws {
        let scratch = try ScratchDirectory()
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(try FileDigest(ofFileAt: scratch.file("f", holding: bytes)) == FileDigest(of: bytes))
    }

    @Test("a file that is not there is an error")
    func missing() {
        #expect(throws: RowFileError.self) { try FileDigest(ofFileAt: "/nonexistent/file") }
    }
}
