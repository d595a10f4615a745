# HylaFAX's hfaxd as an SNPP gateway on a free port of 127.0.0.1, in a spool of its own (argument 1).
# Prints the port; ends when its standard input does. Needs root, since hfaxd changes its root directory.
# hfaxd ignores its bind address for SNPP, so it runs per connection, as under inetd.
use strict;
use warnings;
use IO::Select;
use IO::Socket::INET;

my ($spool) = @ARGV;
my ($uid, $gid) = (getpwnam('uucp'))[2, 3];
for my $folder ('', map { "/$_" } qw(archive bin client config dev docq doneq etc info log pollq recvq sendq status tmp)) {
    mkdir "$spool$folder" or $folder eq '' or die "$spool$folder: $!";
    chown $uid, $gid, "$spool$folder";
}

sub write_file {
    my ($name, $text) = @_;
    open my $file, '>', "$spool/etc/$name" or die "$name: $!";
    print $file $text;
    close $file;
    chown $uid, $gid, "$spool/etc/$name";
    chmod 0600, "$spool/etc/$name";
}

# Users without a password from this machine; pagers whose number begins with 555, and no others.
write_file('hosts.hfaxd', "^oncall\@127\\.0\\.0\\.1\$:::\n^oncall\@localhost.*\$:::\n127.0.0.1:::\nlocalhost:::\n");
write_file('pagermap', "^555(.*) 5551212/&\n.* reject\n");
write_file('config', "PagerIDMapFile: etc/pagermap\n");
write_file('hfaxd.conf', "PagerIDMapFile: etc/pagermap\nServerTracing: 0\n");

write_file('setup.cache', "# faxq wants it to be there.\n");

# The queue, which takes what hfaxd submits; there is no modem, so nothing ever leaves it.
my $queue = fork;
if ($queue == 0) {
    open STDOUT, '>', '/dev/null';
    open STDERR, '>', '/dev/null';
    exec '/usr/sbin/faxq', '-D', '-q', $spool or die;
}
select undef, undef, undef, 0.05 until -p "$spool/FIFO" or waitpid($queue, 1) != 0;
die 'faxq did not start' unless -p "$spool/FIFO";
END {
    if ($queue) {
        kill 'TERM', $queue;
        waitpid $queue, 0;
    }
}

my $listener = IO::Socket::INET->new(Listen => 5, LocalAddr => '127.0.0.1', LocalPort => 0, Proto => 'tcp') or die "listen: $!";
$| = 1;
print $listener->sockport, "\n";

$SIG{CHLD} = 'IGNORE';
my $ready = IO::Select->new($listener, \*STDIN);
while (1) {
    for my $source ($ready->can_read) {
        exit 0 if $source == \*STDIN;
        my $client = $listener->accept or next;
        if (fork == 0) {
            $queue = 0;
            open STDIN, '<&', $client or die;
            open STDOUT, '>&', $client or die;
            open STDERR, '>', '/dev/null';
            exec '/usr/sbin/hfaxd', '-d', '-q', $spool, '-S' or die;
        }
        close $client;
    }
}
