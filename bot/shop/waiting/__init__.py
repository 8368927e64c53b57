"""Who wants what: kept in mind, waited for in turn, watched for a lower price?"""
