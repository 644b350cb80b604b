# Which rules of SpamAssassin a message hits: its own rules only, no network, nothing learned. A connection to the socket is a message.
use strict;
use warnings;
use IO::Socket::UNIX;
use JSON::PP;
use Mail::SpamAssassin;

my ($path) = @ARGV;
my $listener = IO::Socket::UNIX->new( Local => $path, Listen => 64 ) or die "spam-rules: $path: $!";
my $judge = Mail::SpamAssassin->new(
    {
        local_tests_only     => 1,
        dont_copy_prefs      => 1,
        rules_filename       => '/usr/share/spamassassin',    # not what an update of this machine may have brought
        site_rules_filename  => '/etc/spamassassin',
        userprefs_filename   => '/dev/null',
        userstate_dir        => '/nonexistent',
        home_dir_for_helpers => '/nonexistent',
        post_config_text     => "use_bayes 0\n",
    }
);
$judge->compile_now(0);

$SIG{PIPE} = 'IGNORE';    # a test that was ended no longer listens
while ( my $connection = $listener->accept ) {
    my $source = do { local $/; <$connection> };
    my $message = $judge->parse( $source // '', 1 );
    my $verdict = $judge->check($message);
    print {$connection} JSON::PP->new->canonical->encode( { rules => [ split /,/, $verdict->get_names_of_tests_hit ] } );
    $verdict->finish;
    $message->finish;
    close $connection;
}
