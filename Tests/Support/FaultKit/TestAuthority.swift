import Foundation

/// An authority that signs certificates for one test, with the `openssl` of the command line.
public final class TestAuthority: Sendable {
    /// `openssl` did not do what it was asked.
    public struct Failure: Error, CustomStringConvertible {
        /// What it said.
        public let description: String
    }

    /// File of its certificate, absolute, in PEM form.
    public let certificate: String

    private let folder: TemporaryFolder
    private let program: String

    /// Makes an authority. All have the same name, so that only their keys tell them apart.
    ///
    /// - Throws: ``MissingBackend`` where this machine has no openssl; ``Failure``.
    public init() throws {
        program = try ProgramPath.find("openssl")
        folder = try TemporaryFolder()
        try folder.write("[req]\ndistinguished_name=name\n[name]\n", to: "openssl.cnf")
        certificate = folder.path("authority.pem")
        try run(
            ["req", "-x509", "-days", "2", "-subj", "/CN=authority", "-addext", "basicConstraints=critical,CA:TRUE"]
                + newKey(folder.path("authority.key")), makes: certificate)
    }

    /// Signs a certificate.
    ///
    /// - Parameters:
    ///   - names: whom it is for, such as `["IP:127.0.0.1", "DNS:localhost"]`.
    ///   - isExpired: whether its time is over.
    public func issue(for names: [String] = ["DNS:client.example"], isExpired: Bool = false) throws -> TestCertificate {
        let place = try TemporaryFolder()
        let issued = TestCertificate(
            certificate: place.path("certificate.pem"), key: place.path("key.pem"), folder: place)
        let request = place.path("request.pem")
        try run(
            ["req", "-subj", "/CN=issued", "-addext", "subjectAltName=\(names.joined(separator: ","))"]
                + newKey(issued.key), makes: request)
        try run(
            [
                "x509", "-req", "-in", request, "-CA", certificate, "-CAkey", folder.path("authority.key"),
                "-copy_extensions", "copy", "-days", isExpired ? "-1" : "2",
            ], makes: issued.certificate)
        return issued
    }

    /// The same certificate with its key encrypted.
    public func locked(_ open: TestCertificate, password: String) throws -> TestCertificate {
        let key = open.folder.path("locked.pem")
        try run(["pkey", "-in", open.key, "-aes256", "-passout", "pass:\(password)"], makes: key)
        return TestCertificate(certificate: open.certificate, key: key, folder: open.folder)
    }

    private func newKey(_ path: String) -> [String] {
        [
            "-config", folder.path("openssl.cnf"), "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-keyout", path,
        ]
    }

    private func run(_ words: [String], makes path: String) throws {
        let (reading, writing) = try SpawnedProcess.pipe()
        let log = FileHandle(fileDescriptor: reading, closeOnDealloc: true)
        let started = Result {
            try SpawnedProcess([program] + words + ["-out", path], output: writing, errors: writing)
        }
        close(writing)
        let process = try started.get()
        let said = String(decoding: try log.readToEnd() ?? Data(), as: UTF8.self)
        process.wait()
        guard FileManager.default.fileExists(atPath: path) else { throw Failure(description: "openssl: \(said)") }
    }
}
