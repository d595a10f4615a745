# Net::SNPP::Server (Debian: libnet-snpp-perl) as an SNPP gateway on a free port of 127.0.0.1.
# Prints the port, then one line a page: the pager, a tab, the text with \n for its line ends. Ends when its standard input does.
use strict;
use warnings;
use IO::Select;
use Net::SNPP::Server;
use Socket qw(unpack_sockaddr_in);

$| = 1;
my $server = Net::SNPP::Server->new(Port => 0, BindTo => '127.0.0.1', MaxErrors => 10, Timeout => 0, Listen => 5);
$server->callback('write_log', sub { });
$server->callback('process_page', sub {
    my ($pager, $page) = @_;
    (my $text = $page->{mess}) =~ s/\n/\\n/g;
    print "$pager->[0]\t$text\n";
    return 1;
});
my ($port) = unpack_sockaddr_in(getsockname($server->socket));
print "$port\n";

my $ready = IO::Select->new($server->socket, \*STDIN);
while (1) {
    for my $source ($ready->can_read) {
        exit 0 if $source == \*STDIN;
        $server->handle_client($server->client);
    }
}
