/// How a ``RedisServer`` encrypts.
public struct RedisServerTLS: Sendable {
    /// Who the server is.
    public let identity: TestCertificate
    /// Who signed the certificates of clients.
    public let authority: TestAuthority
    /// What `redis-cli` shows to the server; a server that has it demands a certificate of everybody.
    public let client: TestCertificate?

    /// Makes one.
    public init(identity: TestCertificate, authority: TestAuthority, client: TestCertificate? = nil) {
        self.identity = identity
        self.authority = authority
        self.client = client
    }

    func serverArguments(port: Int) -> [String] {
        [
            "--tls-port", "\(port)", "--tls-cert-file", identity.certificate, "--tls-key-file", identity.key,
            "--tls-ca-cert-file", authority.certificate, "--tls-auth-clients", client == nil ? "no" : "yes",
        ]
    }

    /// `redis-cli` is no judge of the server's certificate: some servers have one that is wrong.
    var clientArguments: [String] {
        ["--tls", "--insecure"] + (client.map { ["--cert", $0.certificate, "--key", $0.key] } ?? [])
    }
}
